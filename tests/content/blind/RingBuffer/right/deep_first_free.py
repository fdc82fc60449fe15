class RingBuffer:
    """Cells are tuples (x, older cells), as in Lisp: front and back lists of cons cells."""

    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be 1 or more")
        self.capacity = capacity
        self.count = 0
        self.front = None  # oldest first
        self.back = None  # newest first

    def push(self, x):
        if self.count == self.capacity:
            self.pop()
        self.back = (x, self.back)
        self.count += 1

    def pop(self):
        if self.count == 0:
            raise IndexError("empty")
        if self.front is None:
            while self.back is not None:
                x, self.back = self.back
                self.front = (x, self.front)
        x, self.front = self.front
        self.count -= 1
        return x

    def __len__(self):
        return self.count

    def __iter__(self):
        def walk(cell):
            while cell is not None:
                x, cell = cell
                yield x

        yield from walk(self.front)
        yield from reversed(list(walk(self.back)))
