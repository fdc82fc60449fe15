class RingBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError
        self.capacity, self.slots, self.start, self.count = capacity, [None] * capacity, 0, 0

    def push(self, x):
        self.slots[(self.start + self.count) % self.capacity] = x
        if self.count < self.capacity:
            self.count += 1
        # forgot: the oldest is now one further

    def pop(self):
        if not self.count:
            raise IndexError("empty")
        x = self.slots[self.start]
        self.start = (self.start + 1) % self.capacity
        self.count -= 1
        return x

    def __len__(self):
        return self.count

    def __iter__(self):
        return iter([self.slots[(self.start + k) % self.capacity] for k in range(self.count)])
