class RingBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError
        self.capacity = capacity
        self.slots = [None] * capacity
        self.start = 0
        self.end = 0

    def push(self, x):
        self.slots[self.end] = x
        self.end = (self.end + 1) % self.capacity
        if self.end == self.start:
            self.start = (self.start + 1) % self.capacity

    def pop(self):
        if self.start == self.end:
            raise IndexError
        x = self.slots[self.start]
        self.start = (self.start + 1) % self.capacity
        return x

    def __len__(self):
        return (self.end - self.start) % self.capacity

    def __iter__(self):
        for k in range(len(self)):
            yield self.slots[(self.start + k) % self.capacity]
