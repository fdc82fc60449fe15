class RingBuffer:
    """The last `capacity` items pushed."""

    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.capacity = capacity
        self.items = []

    def push(self, x):
        if len(self.items) == self.capacity:
            del self.items[0]
        self.items.append(x)

    def pop(self):
        return self.items.pop(0)

    def __len__(self):
        return len(self.items)

    def __iter__(self):
        return iter(self.items)
