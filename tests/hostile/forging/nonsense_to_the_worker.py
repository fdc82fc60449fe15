# expect: ours 0, plain 0; graded; the process is ended, and the cell is named as the reason
# tries: send its worker a message of impossible size
# cell: added
import os

os.write(3, b"\xff" * 64)
