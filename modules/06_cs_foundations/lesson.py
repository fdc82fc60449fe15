# %% [markdown]
# # CS foundations
#
# After this lesson you can
#
# - **count** the steps of a program, and **predict** what a hundred times the data will cost;
# - **choose** between list, queue, heap, set and array by what each makes cheap;
# - **tell apart** what no program decides, what is easy only to check, and what is worth a good guess;
# - **explain** why the same sum takes longer in another order.
#
# | Time | You need | Skills |
# |:---|:---|:---|
# | 75 minutes, 6 hours with the exercises | Python basics, module 00 | data structures, searching, sorting, complexity, P and NP, approximate algorithms, memory and caches |
#
# Run each cell with Shift-Enter. Where one asks a question, choose before you run the next. **Practise now**
# names the exercises that you are ready for: do them at once, then come back.

# %%
import heapq
import timeit
from bisect import bisect_left
from collections import Counter
from itertools import compress, islice, product

import numpy as np
from course.clinic import separates
from course.figures import cs_foundations as figures
from course.figures import show
from course.questions import explain, predict
from sklearn.datasets import load_digits

rng = np.random.default_rng(0)

# %% [markdown]
# ## Five questions from earlier modules
#
# From memory; the last three belong to module 02.
#
# 1. Does writing into a slice such as `a[1:4]` of an array change `a`?
# 2. Does writing into `a[[1, 2]]`, a list of positions, change `a`?
# 3. Which shape has an array of shape `(178,)` minus one of shape `(178, 1)`?
# 4. For n × n matrices: which costs less, `(A @ B) @ x` or `A @ (B @ x)`?
# 5. How many numbers store an h × w image as r layers?
#
# <details><summary>Answers to the five questions</summary>
#
# 1. Yes: a slice is a view of the same memory.
# 2. No: a list of positions makes a copy.
# 3. `(178, 178)`: every number against every other.
# 4. The second, with 2n² multiplications instead of about n³.
# 5. r(h + w + 1): two patterns and a size for each layer.
#
# </details>
#
# ## A test that passed at once
#
# A colleague removes repeated records before training. Her code keeps a list of those already seen. It is
# done with 500 records before she looks up, and nothing is wrong with its result. A `Counted` record below
# notes each time that two of them are compared.


# %%
class Counted:
    comparisons = 0

    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        Counted.comparisons += 1
        return self.value == other.value

    def __lt__(self, other):
        Counted.comparisons += 1
        return self.value < other.value

    def __hash__(self):
        return hash(self.value)


def comparisons(work, values, kind=Counted):
    records = [kind(value) for value in values]
    Counted.comparisons = 0
    work(records)
    return Counted.comparisons


# %%
def distinct(records):
    seen = []
    for record in records:
        if record not in seen:
            seen.append(record)
    return seen


few = comparisons(distinct, range(500))
print(f"{few:,} comparisons for 500 records")
predict("cs_opening")

# %%
double = comparisons(distinct, range(1000))
by_set = comparisons(set, range(500))
full = 50_000 * 49_999 // 2
explain("cs_opening", few=few, double=double, full=full, times=full / few, by_set=by_set)

# %% [markdown]
# ## Count steps, do not time them
#
# A time depends on the machine and on what else it does. So count one operation that stands for the rest, such
# as comparisons, and ask how the count grows. **O(n²)** means: for large n, at most a constant times n².
# Constants and smaller terms are left out, since no constant saves you from the wrong curve.
#
# **In the figure:** steps that were counted, on logarithmic axes. Halving hardly rises; one pass and sorting
# stay close together; all pairs is twice as steep as one pass; all subsets bends upwards and leaves the picture.

# %%
sizes = [2**k for k in range(1, 11)]
counts = {
    "halving": {n: comparisons(lambda r: bisect_left(r, r[0]), range(n)) for n in sizes},
    "one pass": {n: comparisons(min, range(n)) for n in sizes},
    "sorting": {n: comparisons(sorted, rng.permutation(n).tolist()) for n in sizes},
    "all pairs": {n: comparisons(distinct, range(n)) for n in sizes},
    "all subsets": {n: 2**n for n in sizes if n < 20},
}
show(figures.growth(counts))
predict("cs_speed")

# %%
gain = 1000
explain("cs_speed", linear=30 * gain, pairs=30 * np.sqrt(gain), more=np.log2(gain))

# %% [markdown]
# **Why** can O(n²) be the faster of two programs?
#
# <details><summary>Answer</summary>
#
# O speaks of large n and hides the constant. Below some fifty items simple steps win: Python's `sorted`
# itself begins with an insertion sort of short runs.
#
# </details>
#
# ## Stack and queue
#
# A **stack** gives back what came last, a **queue** what came first. A Python list is a good stack: `append`
# and `pop` work at its end. As a queue it is a poor one: `pop(0)` moves all other items one place to the left.
# A **ring** of slots moves nothing. It remembers where the oldest item lies and how many there are, and behind
# the last slot comes the first.
#
# **In the figure:** three slots, one row per step. The oldest item (orange) moves on when it is popped, and
# when a push into a full ring writes over it.

# %%
show(figures.ring([10, 20, 30, 40, "pop", 50, 60], capacity=3))
predict("cs_queue")

# %%
moves = sum(range(100_000))
explain("cs_queue", moves=moves, each=moves / 100_000)

# %% [markdown]
# **Why** do matching brackets need a stack, and not three counters?
#
# <details><summary>Answer</summary>
#
# A closing bracket has to meet the one that was opened last. Counters know how many are open, not in which
# order: `([)]` would pass.
#
# </details>
#
# > **Practise now:** [6.1 `is_balanced`](06_cs_foundations.ipynb#cell-id=ad3989bd), then
# > [6.2 `RingBuffer`](06_cs_foundations.ipynb#cell-id=0a35218a). After that, use
# > `collections.deque(maxlen=n)`.
#
# ## Heap: a tree in a list
#
# A **heap** keeps its smallest item in front and promises little else: no item is smaller than its parent,
# which for item k stands at `(k - 1) // 2`. So a list is enough. A new item starts at the end and climbs while
# it is smaller than its parent, one level at a time; n items have about log₂ n levels. Taking out the first
# costs as much.
#
# **In the figure:** 2 came last, and could climb along the marked path only. The list is not sorted. Move the
# slider: how many items does a new one meet at most?

# %%
numbers = [7, 3, 9, 5, 8, 1, 6, 2]
show(figures.heap(numbers))
figures.heap_slider(numbers)
predict("cs_heap")

# %%
stream = rng.random(100_000).tolist()
best, entered = sorted(stream[:10]), 0
for value in stream[10:]:
    if value > best[0]:
        best, entered = sorted([*best[1:], value]), entered + 1
explain("cs_heap", entered=entered, expected=10 * np.log(100_000 / 10))

# %% [markdown]
# **Why** do you want the *smallest* of the ten largest in front?
#
# <details><summary>Answer</summary>
#
# It is the one that a new number has to beat, and the one that goes if the new one enters.
#
# </details>
#
# > **Practise now:** [6.5 `top_k`](06_cs_foundations.ipynb#cell-id=17a95127), where `heapq` does the climbing.
#
# ## Hash: compute the place
#
# A `set` or `dict` computes a whole number from an item, its **hash**, and from that the place to look. Only
# what lies there is compared, so a question takes a few steps, however many items there are. Two conditions:
# equal items have equal hashes, and different ones mostly different hashes. The price is spare room, and items
# that must not change.


# %%
class Same(Counted):
    def __hash__(self):
        return 1


predict("cs_hash")

# %%
kept = len({Same(value) for value in range(500)})
same = comparisons(set, range(500), Same)
explain("cs_hash", kept=kept, same=same, few=few)

# %% [markdown]
# **Why** can a list not be an item of a set?
#
# <details><summary>Answer</summary>
#
# It can change, and its hash would change with it: the set would then look for it in the wrong place.
#
# </details>
#
# ## Arrays: one memory, many strides
#
# Memory has one axis. An array is a start, a shape and **strides**: the bytes to step for the next index of
# each axis. Cell `(i, j)` lies `i * strides[0] + j * strides[1]` bytes behind the start. In order C (C,
# NumPy) the last index runs fastest, in order F (Fortran, Julia, R) the first. A transpose swaps strides, a
# slice such as `[::2]` multiplies one.
#
# **In the figure:** colours are rows. Order C keeps rows together, order F columns.

# %%
show(figures.strides((3, 4), itemsize=8))
predict("cs_strides")

# %%
images = load_digits().images.copy()
part = images[:, ::2, ::2]
shared = np.shares_memory(images, part)
explain("cs_strides", before=images.strides, after=part.strides, shared=shared, size=part.nbytes)

# %% [markdown]
# **Why** does reading raw bytes in the wrong order raise no error?
#
# <details><summary>Answer</summary>
#
# Both orders give each cell a place and each place a cell. Every index finds a number, only that of another
# cell. Test with a shape whose axes all differ.
#
# </details>
#
# > **Practise now:** [6.6 `flat_index`](06_cs_foundations.ipynb#cell-id=00ae987e). After that,
# > `np.ravel_multi_index` does it for whole arrays.
#
# ## Search and sort
#
# In a sorted sequence one look at the middle rules out half of what is left. Sorting comes first, and no sort
# that only compares gets by with much fewer than n log₂ n comparisons on average. Merging sorted halves
# reaches that. It can also be **stable**: items that tie stay in the order in which they came. Then you may sort
# wines by alcohol first and by cultivar second, and have each cultivar in order of alcohol.

# %%
predict("cs_sort")

# %%
n = 10_000
to_sort = comparisons(sorted, rng.permutation(n).tolist())
to_halve = comparisons(lambda records: bisect_left(records, Counted(-1)), range(n))
to_look = comparisons(lambda records: Counted(-1) in records, range(n))
pays = to_sort / (to_look - to_halve)
explain("cs_sort", to_sort=to_sort, to_halve=to_halve, to_look=to_look, pays=pays)

# %% [markdown]
# **Where** in a merge is stability decided?
#
# <details><summary>Answer</summary>
#
# At a tie. The item of the left half came first, so it has to go first: the right one only if it is smaller.
#
# </details>
#
# > **Practise now:** [6.3 `lower_bound`](06_cs_foundations.ipynb#cell-id=d60a4c48), then
# > [6.4 `merge_sort`](06_cs_foundations.ipynb#cell-id=c86dbb0f). After that, `bisect` and `sorted`.
#
# ## What no program can decide
#
# Suppose `halts(program)` said of every program whether it ever ends. The program below asks it about itself,
# and does the opposite. Whatever `halts` says of that one is wrong; so there is no such function, on any
# machine. For the same reason no tool decides in general whether two programs do the same, or whether a line
# is ever reached. Linters and tests answer for *some* programs.


# %%
def contrary(halts):
    while halts(contrary):
        yield "one more step"


predict("cs_halting")

# %%
yes = len(list(islice(contrary(lambda program: True), 1000)))
no = len(list(islice(contrary(lambda program: False), 1000)))
explain("cs_halting", yes=yes, no=no)

# %% [markdown]
# **Why** does every check of this course have a time limit?
#
# <details><summary>Answer</summary>
#
# Nothing can tell for every answer whether it would end by itself. What is left is to wait, and to give up at
# some point.
#
# </details>
#
# ## Easy to check, hard to find
#
# **P** holds the questions that are answered in polynomial time. **NP** holds those whose every *yes* has a
# **certificate** that is checked in polynomial time: for "do some of these numbers add up to the target?",
# the numbers. P lies in NP; whether they differ is an open question. **NP-complete** are the hardest of NP: a
# polynomial way to answer one would answer all. Subset sum is one of them.

# %%
predict("cs_np")

# %%
amounts = rng.integers(1, 10**6, size=18).tolist()
target = sum(amounts[::2])
masks = enumerate(product((0, 1), repeat=18), start=1)
tried = next(n for n, mask in masks if sum(compress(amounts, mask)) == target)
explain("cs_np", tried=tried, added=len(amounts[::2]), sixty=2.0**60)

# %% [markdown]
# **Why** is a *no* another matter?
#
# <details><summary>Answer</summary>
#
# To show that no set adds up, it seems that you have to rule out all of them; nobody knows a certificate for
# that which is always short.
#
# </details>
#
# > **Practise now:** [6.7 `verify_subset_sum`](06_cs_foundations.ipynb#cell-id=c7139638).
#
# ## Exact, approximate, heuristic
#
# NP-complete is not the end of it. *Exact*: a table of smaller questions fills a knapsack in items × capacity
# steps. *Approximate*: fast, with a proven factor. *Heuristic*: fast, often good, nothing promised. Only a
# proof tells the last two apart. Take vertex cover: choose few nodes so that every edge has an end among them.
# The graphs below are built to mislead; their k left nodes are a smallest cover.


# %%
def busiest_first(edges):
    cover = set()
    while edges:
        node = Counter(end for edge in edges for end in edge).most_common(1)[0][0]
        cover.add(node)
        edges = [edge for edge in edges if node not in edge]
    return cover


predict("cs_greedy")


# %%
def misleading(k):
    shares = [(i, j, m) for i in range(2, k + 1) for j in range(k // i) for m in range(i)]
    return [(f"left{i * j + m}", f"right{i}-{j}") for i, j, m in shares]


ratios = {k: len(busiest_first(misleading(k))) / k for k in (12, 18, 24, 30, 36)}
show(figures.ratios(ratios, promised=2))
explain("cs_greedy", small=ratios[12], large=ratios[36])

# %% [markdown]
# **In the figure:** busiest node first passes the dashed line, below which another rule provably stays.
#
# **How** can one prove a factor without knowing the smallest cover?
#
# <details><summary>Answer</summary>
#
# Compare with something that every cover has to pay: edges without a common end cost it a node each.
#
# </details>
#
# > **Practise now:** [6.8 `knapsack`](06_cs_foundations.ipynb#cell-id=00b1c9e0), exact, then
# > [6.9 `vertex_cover_2approx`](06_cs_foundations.ipynb#cell-id=1aa4cff9). After that,
# > `scipy.optimize.milp` solves both, exactly if `options={"mip_rel_gap": 0}`.
#
# ## Caches: memory comes in lines
#
# A processor fetches memory in **lines**, mostly of 64 bytes: eight numbers of float64. Caches keep the lines
# used lately; each next cache is larger and slower, and memory is the slowest. Its *latency* is the wait for
# one line, its *bandwidth* what arrives per second when lines come in order and can be fetched ahead. We take
# the shortest of seven runs, since other programs only add time.
#
# **In the figure:** every number of a table is read, in order and shuffled, measured on your machine, so look
# at the shapes. In order the time stays level for long; shuffled it climbs in steps, as the table outgrows one
# cache after another.


# %%
def fastest(work):
    return min(timeit.repeat(work, number=1, repeat=7)) * 1e9


times = {"in order": {}, "shuffled": {}}
for exponent in range(10, 23):
    table = np.ones(2**exponent)
    places = np.resize(np.arange(len(table)), max(len(table), 2**18))
    for way, order in {"in order": places, "shuffled": rng.permutation(places)}.items():
        times[way][table.nbytes] = fastest(lambda: table.take(order)) / len(order)
show(figures.staircase(times))
predict("cs_columns")

# %%
table = np.ones((4096, 2048))
by_rows = fastest(lambda: [row.sum() for row in table])
by_columns = fastest(lambda: [column.sum() for column in table.T])
explain("cs_columns", ratio=by_columns / by_rows, step=table.strides[0])

# %% [markdown]
# **Why** does a larger cache not help a single pass in order?
#
# <details><summary>Answer</summary>
#
# It uses nothing twice. Every line has to come from memory once, and bandwidth sets the time.
#
# </details>
#
# > **Practise now:** [6.10 `cache_misses`](06_cs_foundations.ipynb#cell-id=100a42ab), which counts what this
# > figure measures.
#
# ## Wrong-answer clinic
#
# Two wrong answers, both right on the input shown. Change that input until it separates the wrong answer from
# the right one, and make it small.
#
# - `answer_a` finds the first place in `a` whose value is not below `x`.
# - `answer_b` sorts numbers by their absolute value and keeps ties in order.
#
# <details><summary>How small does it get?</summary>
#
# For `answer_a`, one value and a larger `x`: the answer is then the length, which it never gives. For
# `answer_b`, 2 and then −2: it always puts −2 first.
#
# </details>


# %%
def answer_a(a, x):
    low, high = 0, len(a) - 1
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if a[middle] < x else (low, middle)
    return low


separates(answer_a, bisect_left, [2, 4, 4, 9], 4)


# %%
def answer_b(numbers):
    heap = [(abs(number), number) for number in numbers]
    heapq.heapify(heap)
    return [heapq.heappop(heap)[1] for _ in numbers]


def right_b(numbers):
    return sorted(numbers, key=abs)


separates(answer_b, right_b, [3, -1, 2])

# %% [markdown]
# ## In five lines
#
# 1. Count steps and look at the curve; a faster machine hardly helps against a steep one.
# 2. Each structure makes one thing cheap: the last, the first, the smallest, the equal, the next item.
# 3. An array is strides over one memory; in order is fast, and what lies together comes together.
# 4. Some questions no program decides; others are easy to check and, it seems, hard to answer.
# 5. Then choose: exact where the numbers are small, a proven factor, or a heuristic that you measure.
#
# ## What goes wrong in practice
#
# | misconception | symptom | check that reveals it |
# |:---|:---|:---|
# | `in` costs the same everywhere | fine on a sample, endless on the data | count comparisons at n and 2n |
# | a list is a queue | the backlog grows faster than it is worked off | time `pop(0)` at two lengths |
# | a heap is sorted | the largest come out in odd order | print the list beside its sorted copy |
# | any sort keeps ties | a report's order changes from run to run | sort by a constant key |
# | bytes know their order | scrambled images, a mediocre model | a shape such as (2, 3, 5) |
# | greedy is nearly optimal | good on your cases, far off on one | small cases against brute force |
#
# ## Three open questions
#
# 1. Let deleting be as frequent as adding: which of these structures stay cheap?
# 2. Let a query ask for the 90 % quantile of a stream: what does the heap become?
# 3. Let weights be fractions such as 0.137: what is left of the knapsack's table?
#
# ## Exercises
#
# [All ten](06_cs_foundations.ipynb), in the order of this lesson: 6.1, 6.2, 6.5, 6.6, 6.3, 6.4, 6.7, 6.8, 6.9,
# 6.10.
