import copy


class RingBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity")
        self.capacity = capacity
        self.items = []

    def push(self, x):
        self.items.append(copy.deepcopy(x))
        del self.items[:-self.capacity]

    def pop(self):
        return self.items.pop(0)

    def __len__(self):
        return len(self.items)

    def __iter__(self):
        return iter(tuple(self.items))
