import heapq
import itertools


class RingBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity below 1")
        self.capacity = capacity
        self.heap = []
        self.ticket = itertools.count()

    def push(self, x):
        entry = (next(self.ticket), x)
        if len(self.heap) < self.capacity:
            heapq.heappush(self.heap, entry)
        else:
            heapq.heapreplace(self.heap, entry)

    def pop(self):
        return heapq.heappop(self.heap)[1]

    def __len__(self):
        return len(self.heap)

    def __iter__(self):
        return (x for _, x in sorted(self.heap, key=lambda e: e[0]))
