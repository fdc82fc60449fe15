class RingBuffer:
    # list in which each item is a cell [value, next]
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity < 1")
        self.capacity = capacity
        self.count = 0
        first = cell = [None, None]
        for _ in range(capacity - 1):
            cell[1] = [None, None]
            cell = cell[1]
        cell[1] = first  # close the ring
        self.read = self.write = first

    def push(self, x):
        self.write[0] = x
        self.write = self.write[1]
        if self.count == self.capacity:
            self.read = self.read[1]
        else:
            self.count += 1

    def pop(self):
        if self.count == 0:
            raise IndexError("empty")
        x, self.read = self.read
        self.count -= 1
        return x

    def __len__(self):
        return self.count

    def __iter__(self):
        cell, left = self.read, self.count
        while left:
            yield cell[0]
            cell, left = cell[1], left - 1
