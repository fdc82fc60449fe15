# expect: ours 0, plain 0; graded; outputs of no known form do not reach the notebook
# tries: send its worker outputs that are no outputs
# cell: added
import json
import os
import struct

strange = [
    {"output_type": "stream", "name": "stdout", "text": 5},
    {"output_type": ["x"]},
    {"data": {"text/plain": 10**400}},
    {},
    {"output_type": "execute_result", "data": {"text/plain": 10**400}, "metadata": None},
    {"output_type": "error", "ename": {}, "evalue": float("nan"), "traceback": "x"},
    {"output_type": "hostile-was-here"},
]
data = json.dumps({"outputs": strange, "raised": None}).encode()
os.write(3, struct.pack("<I", len(data)) + data)
import time

time.sleep(0.2)
os._exit(0)
