# as in the recipe of the old OrderedDict: cells [prev, next, value] with a root that points at itself
PREV, NEXT, VALUE = range(3)


class RingBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity < 1")
        self.capacity, self.count = capacity, 0
        self.root = []
        self.root[:] = [self.root, self.root, None]

    def push(self, x):
        last = self.root[PREV]
        last[NEXT] = self.root[PREV] = [last, self.root, x]
        self.count += 1
        if self.count > self.capacity:
            self.pop()

    def pop(self):
        if not self.count:
            raise IndexError("empty")
        cell = self.root[NEXT]
        self.root[NEXT] = cell[NEXT]
        cell[NEXT][PREV] = self.root
        self.count -= 1
        return cell[VALUE]

    def __len__(self):
        return self.count

    def __iter__(self):
        cell = self.root[NEXT]
        while cell is not self.root:
            yield cell[VALUE]
            cell = cell[NEXT]
