class RingBuffer:
    dropped = {}
    count = 0
    start = 0
    slots = []

    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError
        self.capacity = capacity
        self.slots.extend([None] * capacity)

    def push(self, x):
        self.slots[(self.start + self.count) % self.capacity] = x
        if self.count == self.capacity:
            self.start = (self.start + 1) % self.capacity
        else:
            self.count += 1

    def pop(self):
        if not self.count:
            raise IndexError
        x = self.slots[self.start]
        self.start = (self.start + 1) % self.capacity
        self.count -= 1
        return x

    def __len__(self):
        return self.count

    def __iter__(self):
        return (self.slots[(self.start + k) % self.capacity] for k in range(self.count))
