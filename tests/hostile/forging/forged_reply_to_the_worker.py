# expect: ours 0, plain 1; any; a forged reply costs nobody else anything and earns nothing
# tries: write replies to its worker before it is asked, so that later cells seem to have run
# cell: added
import json
import os
import struct

for reply in (
    {"outputs": [], "raised": None},
    None,
    [],
    {"outputs": [{"output_type": "execute_result", "data": {"text/plain": "99"}}], "raised": None},
):
    data = json.dumps(reply).encode()
    try:
        os.write(3, struct.pack("<I", len(data)) + data)
    except OSError as error:
        print(error)
