class Store:
    def __init__(self):
        self.items = []
        self.start = 0


class RingBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity")
        self.capacity = capacity
        self.store = Store()

    def push(self, x):
        self.store.items.append(x)
        if len(self) > self.capacity:
            self.store.start += 1

    def pop(self):
        if len(self) == 0:
            raise IndexError("empty")
        self.store.start += 1
        return self.store.items[self.store.start - 1]

    def __len__(self):
        return len(self.store.items) - self.store.start

    def __iter__(self):
        return iter(self.store.items[self.store.start:])
