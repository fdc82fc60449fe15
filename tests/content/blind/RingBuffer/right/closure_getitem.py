class RingBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least one")
        self._slots = [None] * capacity
        self._start = self._count = 0

    @property
    def capacity(self):
        return len(self._slots)

    def _slot(self, k):
        return (self._start + k) % self.capacity

    def push(self, x):
        full = self._count == self.capacity
        self._slots[self._slot(self._count)] = x
        self._start = self._slot(full)
        self._count += not full

    def pop(self):
        if not self:
            raise IndexError("pop from empty RingBuffer")
        x, self._slots[self._start] = self._slots[self._start], None
        self._start = self._slot(1)
        self._count -= 1
        return x

    def __len__(self):
        return self._count

    def __getitem__(self, k):
        if not 0 <= k < self._count:
            raise IndexError(k)
        return self._slots[self._slot(k)]

    def __iter__(self):
        return map(self.__getitem__, range(self._count))
