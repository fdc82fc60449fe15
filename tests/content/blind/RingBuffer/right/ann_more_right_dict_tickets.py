class RingBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError
        self.capacity, self.items, self.first, self.next = capacity, {}, 0, 0

    def push(self, x):
        if len(self) == self.capacity:
            self.pop()
        self.items[self.next] = x
        self.next += 1

    def pop(self):
        if self.first == self.next:
            raise IndexError
        self.first += 1
        return self.items.pop(self.first - 1)

    def __len__(self):
        return self.next - self.first

    def __iter__(self):
        return iter(list(self.items.values()))
