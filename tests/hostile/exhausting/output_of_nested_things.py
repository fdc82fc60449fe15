# expect: ours 0, plain 0; graded; a value that cannot be shown is the cell's failure
# tries: show values that are endless or nest without end
# cell: added
from IPython.display import display


class Bundle:
    def _repr_mimebundle_(self, **more):
        tree = {}
        for _ in range(5000):
            tree = {"a": tree}
        return {"application/json": tree, "text/plain": self, 5: object()}

    def __repr__(self):
        return "z" * 50_000_000


display(Bundle())
endless = []
endless.append(endless)
display({"application/json": endless}, raw=True)
