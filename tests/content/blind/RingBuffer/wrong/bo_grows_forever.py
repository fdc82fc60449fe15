class RingBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError
        self.capacity, self.log, self.taken = capacity, [], 0

    def _first(self):
        return max(self.taken, len(self.log) - self.capacity)

    def push(self, x):
        self.log.append(x)

    def pop(self):
        if not len(self):
            raise IndexError
        self.taken = self._first() + 1
        return self.log[self.taken - 1]

    def __len__(self):
        return len(self.log) - self._first()

    def __iter__(self):
        return iter(self.log[self._first():])
