class RingBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError(capacity)
        self.capacity, self.head, self.tail, self.slots = capacity, 0, 0, {}

    def push(self, x):
        if len(self) == self.capacity:
            self.pop()
        self.slots[self.tail] = x
        self.tail += 1

    def pop(self):
        if self.head == self.tail:
            raise IndexError("empty")
        self.head += 1
        return self.slots.pop(self.head - 1)

    def __len__(self):
        return self.tail - self.head

    def __iter__(self):
        return (self.slots[i] for i in range(self.head, self.tail))
