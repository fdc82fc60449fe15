import numpy as np

EMPTY = "<empty>"


class RingBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity")
        self.items = [EMPTY] * capacity

    def push(self, x):
        if EMPTY in self.items:
            self.items[self.items.index(EMPTY)] = x
        else:
            self.items = self.items[1:] + [x]

    def pop(self):
        x = self.items[0]
        if x == EMPTY:
            raise IndexError("empty")
        self.items = self.items[1:] + [EMPTY]
        return x

    def __len__(self):
        return sum(x != EMPTY for x in self.items)

    def __iter__(self):
        return (x for x in self.items if x != EMPTY)
