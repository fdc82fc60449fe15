class RingBuffer:
    """The last `capacity` items pushed: first in, first out; the oldest is dropped when it is full."""

    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity has to be at least 1")
        self.capacity = capacity
        self.slots = [None] * capacity
        self.start = 0
        self.count = 0

    def push(self, x):
        """Add an item as the newest; a full buffer drops its oldest."""
        if self.count == self.capacity:
            self.slots[self.start] = x
            self.start = (self.start + 1) % self.capacity
        else:
            self.slots[(self.start + self.count) % self.capacity] = x
            self.count += 1

    def pop(self):
        """Remove the oldest item and return it; IndexError if there is none."""
        if self.count == 0:
            raise IndexError("pop from an empty buffer")
        x = self.slots[self.start]
        self.slots[self.start] = None
        self.start = (self.start + 1) % self.capacity
        self.count -= 1
        return x

    def __len__(self):
        """Return the number of items."""
        return self.count

    def __iter__(self):
        """Give the items from oldest to newest, and keep them."""
        for k in range(self.count):
            yield self.slots[(self.start + k) % self.capacity]
