# expect: ours 0, plain 0; graded; the count of threads is bounded
# tries: start threads without end
# cell: added
import threading
import time

try:
    for count in range(5000):
        threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()
except RuntimeError as error:
    print(count, error)
