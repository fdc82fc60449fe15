class RingBuffer(list):
    def __init__(self, capacity):
        super().__init__()
        if capacity < 1:
            raise ValueError("capacity below 1")
        self.capacity = capacity

    def push(self, x):
        self.append(x)
        if len(self) > self.capacity:
            del self[0]

    def pop(self):
        return super().pop(0)
