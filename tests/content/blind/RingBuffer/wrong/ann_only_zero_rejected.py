class RingBuffer:
    def __init__(self, capacity):
        if not capacity:
            raise ValueError
        self.capacity = capacity
        self.items = []

    def push(self, x):
        self.items = (self.items + [x])[-self.capacity:]

    def pop(self):
        return self.items.pop(0)

    def __len__(self):
        return len(self.items)

    def __iter__(self):
        return iter(self.items)
