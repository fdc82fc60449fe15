class RingBuffer:
    # a history log of everything that was popped
    history = []

    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity")
        self.capacity = capacity
        self.items = []

    def push(self, x):
        if len(self.items) == self.capacity:
            self.items.pop(0)
        self.items.append(x)

    def pop(self):
        x = self.items.pop(0)
        self.history.append(x)
        return x

    def __len__(self):
        return len(self.items)

    def __iter__(self):
        return iter(self.items)
