# expect: ours 0, plain 0; graded; nothing that one submission writes can be read by another one
# tries: leave a message for the next submission in the streams that it shares with it, and read such messages
# seen: where the streams were the sandbox's log, its lines were found there
# cell: added
import os

for number in (0, 1, 2):
    try:
        print("found", os.pread(number, 1_000_000, 0).decode(errors="replace")[:3000])
    except OSError as error:
        print(number, error)
for number in (0, 1, 2):
    try:
        os.write(number, b"MESSAGE from the submission before\n" * 3)
    except OSError as error:
        print(number, error)
