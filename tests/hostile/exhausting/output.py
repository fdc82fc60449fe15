# expect: ours 0, plain 0; graded; at most a cell's share of output is kept
# tries: print, display and raise without end
# cell: added
from IPython.display import HTML, display

for _ in range(300):
    print("x" * 100_000)
    display(HTML("<script>alert(1)</script>" * 10_000))
raise ValueError("y" * 10_000_000)
