class Node:
    def __init__(self, x, prev):
        self.x, self.next, self.prev = x, None, prev


class RingBuffer:
    # doubly linked; forgets to cut the prev of the new head, so that all old nodes stay alive
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity")
        self.capacity, self.n = capacity, 0
        self.head = self.tail = None

    def push(self, x):
        node = Node(x, self.tail)
        if self.n:
            self.tail.next = node
        else:
            self.head = node
        self.tail = node
        self.n += 1
        if self.n > self.capacity:
            self.pop()

    def pop(self):
        if not self.n:
            raise IndexError("empty")
        x, self.head = self.head.x, self.head.next
        self.n -= 1
        return x

    def __len__(self):
        return self.n

    def __iter__(self):
        node = self.head
        for _ in range(self.n):
            yield node.x
            node = node.next
