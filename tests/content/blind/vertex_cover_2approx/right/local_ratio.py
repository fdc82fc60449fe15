class Cover:
    def __init__(self):
        self.left = {}

    def pay(self, a, b):
        x = min(self.left.setdefault(a, 1.0), self.left.setdefault(b, 1.0))
        for end in {a, b}:
            self.left[end] -= x

    def nodes(self):
        return {n for n, w in self.left.items() if w == 0}


def vertex_cover_2approx(edges):
    c = Cover()
    for a, b in edges:
        c.pay(a, b)
    return c.nodes()
