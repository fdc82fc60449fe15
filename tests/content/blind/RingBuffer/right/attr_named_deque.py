class RingBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be 1 or more")
        self.maxlen = capacity
        self.deque = []

    def push(self, x):
        if len(self.deque) == self.maxlen:
            self.deque.pop(0)
        self.deque.append(x)

    def pop(self):
        if not self.deque:
            raise IndexError("pop from an empty buffer")
        return self.deque.pop(0)

    def __len__(self):
        return len(self.deque)

    def __iter__(self):
        return iter(self.deque)
