class Node:
    def __init__(self, value):
        self.value = value
        self.next = None


class RingBuffer:
    # nothing is dropped: `first` stays, `skip` counts what is over
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity")
        self.capacity = capacity
        self.first = self.last = None
        self.skip = self.total = 0

    def push(self, x):
        node = Node(x)
        if self.first is None:
            self.first = node
        else:
            self.last.next = node
        self.last = node
        self.total += 1
        if len(self) > self.capacity:
            self.skip += 1

    def pop(self):
        if len(self) == 0:
            raise IndexError("empty")
        x = next(iter(self))
        self.skip += 1
        return x

    def __len__(self):
        return self.total - self.skip

    def __iter__(self):
        node = self.first
        for k in range(self.total):
            if k >= self.skip:
                yield node.value
            node = node.next
