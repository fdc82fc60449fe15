class RingBuffer:
    # a singly linked list with a head (oldest) and a tail (newest)
    class _Node:
        __slots__ = ("item", "behind")

        def __init__(self, item):
            self.item = item
            self.behind = None

    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError(f"capacity {capacity} is below 1")
        self._room = capacity
        self._head = self._tail = None

    def push(self, x):
        if self._room == 0:
            self.pop()
        node = RingBuffer._Node(x)
        if self._head is None:
            self._head = node
        else:
            self._tail.behind = node
        self._tail = node
        self._room -= 1

    def pop(self):
        if self._head is None:
            raise IndexError("empty")
        node = self._head
        self._head = node.behind
        if self._head is None:
            self._tail = None
        self._room += 1
        return node.item

    def __len__(self):
        return sum(1 for _ in self)

    def __iter__(self):
        node = self._head
        while node is not None:
            yield node.item
            node = node.behind
