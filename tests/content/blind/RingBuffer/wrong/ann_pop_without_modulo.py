class RingBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError
        self.capacity = capacity
        self.slots = [None] * capacity
        self.start = 0
        self.count = 0

    def push(self, x):
        if self.count == self.capacity:
            self.pop()
        self.slots[(self.start + self.count) % self.capacity] = x
        self.count += 1

    def pop(self):
        if self.count == 0:
            raise IndexError
        x = self.slots[self.start]
        self.start += 1
        self.count -= 1
        return x

    def __len__(self):
        return self.count

    def __iter__(self):
        for k in range(self.count):
            yield self.slots[(self.start + k) % self.capacity]
