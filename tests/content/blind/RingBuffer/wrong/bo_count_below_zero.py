class RingBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError
        self.capacity, self.slots, self.start, self.count = capacity, [None] * capacity, 0, 0

    def push(self, x):
        if self.count == self.capacity:
            self.pop()
        self.slots[(self.start + self.count) % self.capacity] = x
        self.count += 1

    def pop(self):
        self.count -= 1
        if self.count < 0:
            raise IndexError("empty")
        x = self.slots[self.start]
        self.start = (self.start + 1) % self.capacity
        return x

    def __len__(self):
        return self.count

    def __iter__(self):
        return (self.slots[(self.start + k) % self.capacity] for k in range(self.count))
