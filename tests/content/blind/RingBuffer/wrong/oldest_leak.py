class RingBuffer:
    # start grows, never compacts: memory grows when popped
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError
        self.capacity = capacity
        self.items = []
        self.start = 0

    def push(self, x):
        self.items.append(x)
        if len(self) > self.capacity:
            self.items.pop(self.start)

    def pop(self):
        if len(self) == 0:
            raise IndexError
        x = self.items[self.start]
        self.start += 1
        return x

    def __len__(self):
        return len(self.items) - self.start

    def __iter__(self):
        return iter(self.items[self.start:])
