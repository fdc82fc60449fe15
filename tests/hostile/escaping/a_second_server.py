# expect: ours 0, plain 0; graded; a fork that falls out of its cell does not answer in the place of the first
# tries: fork in a cell, so that two processes wait for the judge and the worker
# cell: added
import os

for _ in range(3):
    os.fork()
