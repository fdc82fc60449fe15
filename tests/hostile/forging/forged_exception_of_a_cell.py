# expect: ours 0, plain 0; graded; a malformed exception of a cell is the answer's failure
# tries: tell its worker that the cell raised something that cannot be read
# seen: it ended a judge that read the line number Infinity
# cell: answer project
import json
import os
import struct
import time

raised = {
    "type": "X",
    "bases": ["builtins:SystemExit"],
    "message": "m",
    "lines": [["f", float("inf"), "g", "t", []]],
}
data = json.dumps({"outputs": [], "raised": raised}).encode()
os.write(3, struct.pack("<I", len(data)) + data)
time.sleep(0.2)
