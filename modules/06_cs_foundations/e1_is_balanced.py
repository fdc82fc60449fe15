# ---
# title: Brackets that close in the right order
# id: is_balanced
# version: 1
# skills: [S028]
# stars: 1
# minutes: 10
# limit: 7
# ---

# %% [markdown]
# A training run that is killed while it writes leaves half a record behind. The cell below writes three
# flowers of the iris data as one line of JSON; cut it anywhere, and some bracket that was opened is never
# closed. Whether brackets fit is also the first thing that a parser, an editor and a notebook's syntax check
# ask, and it cannot be answered by counting: `([)]` has as many of each kind as `([])`. You need to remember
# what is open, most recent first, which is what a **stack** does.
#
# Write `is_balanced(text)`.
#
# - `text` is a string. The result is `True` if its brackets `()`, `[]` and `{}` are balanced, else `False`;
#   a bool either way.
# - Balanced means: every closing bracket closes the most recently opened one that is still open, that one is
#   of the same kind, and nothing is open at the end.
# - All other characters are ignored: letters of any alphabet, spaces, line breaks, `<`, `>`, `#` and quotes
#   too. So a bracket inside quotes counts like any other.
# - A text without brackets is balanced, the empty one included.
# - The brackets may be 600,000 levels deep, 600 times deeper than Python lets functions call themselves.
# - Time grows in proportion to the length of the text: a million brackets take a second or two at most.
#
# | `text` | `is_balanced(text)` | |
# |---|---|---|
# | `x[i] = (a + b) * {c}` | `True` | |
# | `([])()` | `True` | |
# | `(]` | `False` | closed by another kind |
# | `([)]` | `False` | the `[` was opened last, so it has to be closed first |
# | `a)` | `False` | nothing is open |
# | `)(` | `False` | closed before it was opened |
# | `((a)` | `False` | one stays open |
# | `print('(')` | `False` | the quotes do not matter |

# %%
import json

from sklearn.datasets import load_iris

iris = load_iris()
record = json.dumps({name: iris.data[:3, k].tolist() for k, name in enumerate(iris.feature_names)})
# {"sepal length (cm)": [5.1, 4.9, 4.7], "sepal width (cm)": [3.5, 3.0, 3.2], …


# %% role="answer"
def is_balanced(text):
    """Tell whether the brackets (), [] and {} of a text nest properly.

    text: str; every other character is ignored. Returns a bool, True for a text without brackets.

    >>> is_balanced("x[i] = (a + b) * {c}"), is_balanced("([)]")
    (True, False)
    """
    ### BEGIN SOLUTION
    opened_by = {")": "(", "]": "[", "}": "{"}
    still_open = []
    for character in text:
        if character in "([{":
            still_open.append(character)
        elif character in opened_by:
            if not still_open or still_open.pop() != opened_by[character]:
                return False
    return not still_open
    ### END SOLUTION


# %% role="check" name="a bool" points=0
for text in (record, record[:-1]):
    out = is_balanced(text)
    assert kind(out) in ("bool", "np.bool"), (
        f"is_balanced({text[:22]!r} … {text[-6:]!r}) gave you {kind(out)}; True or False was promised."
    )

# %% role="check" name="the worked examples" points=0
examples = [
    ("", True),
    ("no bracket", True),
    ("([])()", True),
    ("f(a), [b]", True),
    ("x[i] = (a + b) * {c}", True),
    ("(]", False),
    ("a)", False),
    (")(", False),
    ("((a)", False),
    ("([)]", False),
    ("print('(')", False),
]
outs = [is_balanced(text) for text, _ in examples]
for (text, want), out in zip(examples, outs, strict=True):
    if out != want:
        is_balanced(text)  # once more, so that the card shows this call
    assert out == want, f"is_balanced({text!r}) gave you {out}; {want} was promised."

# %% role="check" name="600,000 levels deep" points=0
for depth, want in ((20_000, False), (600_000, True)):
    openers = "".join(rng.choice([*"([{"], size=depth // 100)) * 100
    closers = openers[::-1].translate(str.maketrans("([{", ")]}"))[not want :]
    out = is_balanced(openers + closers)
    assert out == want, (
        f"is_balanced of {depth:,} opening and {len(closers):,} closing brackets gave you {out}; "
        f"{want} was promised."
    )


# %% role="shared"
OTHERS = [*"ab_ <>\"'`\n\r\\,:;/|#%", *map(chr, (0x128, 0x15B, 0x17D, 0xFF08, 0xFF3D))]


def balanced(rng, pairs):
    """A balanced text of so many pairs of brackets, joined and nested at random."""
    if pairs == 0:
        return ""
    inside = int(rng.integers(pairs))
    opener, closer = ("()", "[]", "{}")[rng.integers(3)]
    return opener + balanced(rng, inside) + closer + balanced(rng, pairs - 1 - inside)


def sprinkled(rng, brackets):
    """The brackets with other characters before, between and behind them."""
    parts = ["".join(rng.choice(OTHERS, size=rng.integers(3))) for _ in range(len(brackets) + 1)]
    return parts[0] + "".join(b + part for b, part in zip(brackets, parts[1:], strict=True))


def fit(text):
    """Whether the brackets of a text are balanced, by taking out pairs with nothing between them."""
    rest, before = "".join(c for c in text if c in "()[]{}"), None
    while rest != before:
        before, rest = rest, rest.replace("()", "").replace("[]", "").replace("{}", "")
    return rest == ""


# %% role="check" name="wrapped, joined, one bracket lost" points=1 hidden=true
cases = []
for k in range(30):
    one, other = sprinkled(rng, balanced(rng, k // 5)), sprinkled(rng, balanced(rng, 1 + k // 5))
    cases += [(text, True) for text in (one, one + other, f"[{one}]", f"{{{one}}}({other})")]
    text = one + other
    lost = int(rng.choice([i for i, c in enumerate(text) if c in "()[]{}"]))
    cases.append((text[:lost] + text[lost + 1 :], False))
cases.sort(key=lambda case: len(case[0]))
outs = [is_balanced(text) for text, _ in cases]
for (text, want), out in zip(cases, outs, strict=True):
    if out != want:
        is_balanced(text)
    why = (
        "what is balanced stays so when it is wrapped in a pair of brackets or joined with another balanced text"
        if want
        else "it is a balanced text that lost one bracket"
    )
    assert out == want, f"is_balanced({text!r}) gave you {out}; {why}."

# %% role="check" name="brackets in any order" points=1 hidden=true needs="600,000 levels deep"
texts = []
for k in range(60):
    brackets = balanced(rng, 2 + k // 15)
    shuffled = "".join(rng.permutation([*brackets]))
    others = "".join(rng.choice([*"()[]{}"], size=2 + k // 10))
    spot = int(rng.integers(len(brackets)))
    swapped = brackets[:spot] + str(rng.choice([*"()[]{}"])) + brackets[spot + 1 :]
    (a, b), (c, d) = rng.permutation(["()", "[]", "{}"])[:2]
    inside = balanced(rng, 1 + k // 15)
    knots = [a + brackets + c + b + d, a + c + inside + b + d]  # every prefix counts well, kind by kind
    crossed = brackets[:spot] + knots[k % 2] + brackets[spot:]
    texts += [brackets, shuffled, others, swapped, crossed, sprinkled(rng, shuffled), sprinkled(rng, swapped)]
texts.sort(key=len)
outs = [is_balanced(text) for text in texts]
for text, out in zip(texts, outs, strict=True):
    if out != fit(text):
        is_balanced(text)
    assert out == fit(text), (
        f"is_balanced({text!r}) gave you {out}; each closing bracket has to meet, as the last one still "
        "open, an opening one of its kind, and nothing may stay open."
    )

# %% [markdown] role="hint"
# Read `([)]` from the left with a pencil and write down what is open after each character. When the `)`
# comes, which bracket may be closed? What would you need to know about the open ones: how many there are, or
# which came last?

# %% [markdown] role="hint"
# Keep a list of the brackets that are open. An opening bracket is appended. For a closing one, look at the
# end of the list: if the list is empty or its last bracket is of another kind, the answer is `False`;
# otherwise take it off. At the end nothing may be left.

# %% [markdown] role="hint"
# ```python
# opened_by = {")": "(", "]": "[", "}": "{"}
# still_open = []
# for character in text:
#     if character in "([{":
#         still_open.append(character)
#     elif character in opened_by:
#         if ____:
#             return False
# return not still_open
# ```

# %% [markdown] role="explanation"
# A list is a stack already: `append` and `pop` work at its end, and each takes the same time however long the
# list is. So the whole text costs O(n) time, and O(depth) memory. The order of the two conditions matters:
# `not still_open or still_open.pop() != …` never takes from an empty list, because `or` stops at the first
# true operand.
#
# One counter would be enough if there were one kind of bracket only. With three kinds you need the order, and
# a stack keeps exactly that: three counters accept `([)]`.
#
# There is a neat other way: take out `()`, `[]` and `{}` with `replace` until nothing changes. It is right,
# but each round takes out one level and copies what is left, so the time grows with the square of the
# depth: 20,000 levels took 1.7 s when we tried it, 600,000 would take half an hour, and the stack a fifth of
# a second. Recursion says the same as the stack, with Python's own stack as its memory, and that one ends at
# 1,000 calls by default.


# %% role="alternative" name="remembers what has to come"
def is_balanced(text):
    due = []
    for character in text:
        match character:
            case "(":
                due.append(")")
            case "[":
                due.append("]")
            case "{":
                due.append("}")
            case ")" | "]" | "}" if not due or due.pop() != character:
                return False
    return due == []


# %% role="alternative" name="partners stand next to each other, by level"
def is_balanced(text):
    import numpy as np

    codes = np.array(["([{)]}".index(c) for c in text if c in "([{)]}"], dtype=int)
    opens = codes < 3
    depth = np.cumsum(np.where(opens, 1, -1))
    if len(depth) == 0:
        return True
    if depth.min() < 0 or depth[-1] != 0:
        return False
    partners = (codes % 3)[np.argsort(depth + ~opens, kind="stable")]
    return bool(np.all(partners[0::2] == partners[1::2]))


# %% role="misconception" name="counts all brackets" fails="brackets in any order"
# You count how many are open and forget of which kind, so `(]` passes: one opened, one closed. Keep the open
# brackets themselves in a list, and compare the kind when one is closed.
def is_balanced(text):
    depth = 0
    for character in text:
        if character in "([{":
            depth += 1
        elif character in ")]}":
            depth -= 1
            if depth < 0:
                return False
    return depth == 0


# %% role="variant" of="counts all brackets" name="takes off whatever is on top"
def is_balanced(text):
    stack = []
    for character in text:
        if character in "([{":
            stack.append(character)
        if character in ")]}":
            if len(stack) == 0:
                return False
            stack.pop()
    return len(stack) == 0


# %% role="misconception" name="compares two totals" fails="brackets in any order"
# Equal numbers of brackets say nothing about their order or which closes which: `(]` and `)(` pass. Go
# through the text once, and keep a list of what is open.
def is_balanced(text):
    return sum(c in "([{" for c in text) == sum(c in ")]}" for c in text)


# %% role="misconception" name="counts each kind" fails="brackets in any order"
# Three counters know how many of each kind are open, not which was opened last: `([)]` passes. One list of
# open brackets, in the order in which they came, answers both.
def is_balanced(text):
    for opener, closer in ("()", "[]", "{}"):
        depth = 0
        for character in text:
            depth += (character == opener) - (character == closer)
            if depth < 0:
                return False
        if depth:
            return False
    return True


# %% role="misconception" name="compares the totals of each kind" fails="brackets in any order"
# As many `(` as `)` is necessary and not enough: `)(` and `([)]` pass too. Go through the text once, and keep
# a list of what is open.
def is_balanced(text):
    return all(text.count(pair[0]) == text.count(pair[1]) for pair in ("()", "[]", "{}"))


# %% role="misconception" name="ignores what is left over" fails="wrapped, joined, one bracket lost"
# You looked at every closing bracket, and said `True` once the text ended. In `((a)` none of them is wrong,
# and one bracket is still open: look whether your list is empty at the end.
def is_balanced(text):
    opened_by = {")": "(", "]": "[", "}": "{"}
    stack = []
    for character in text:
        if character in "([{":
            stack.append(character)
        elif character in opened_by and (not stack or stack.pop() != opened_by[character]):
            return False
    return True


# %% role="misconception" name="pops an empty stack" fails="wrapped, joined, one bracket lost"
# For `a)` there is nothing to take off, and `pop` of an empty list is an IndexError. Ask first whether the
# list is empty: then this closing bracket has no partner, and the answer is `False`.
def is_balanced(text):
    opened_by = {")": "(", "]": "[", "}": "{"}
    stack = []
    for character in text:
        if character in "([{":
            stack.append(character)
        elif character in opened_by and stack.pop() != opened_by[character]:
            return False
    return not stack


# %% role="misconception" name="overlooks closing brackets that fit nothing" fails="wrapped, joined, one bracket lost"
# A closing bracket that does not fit the last open one is simply skipped, so `a)` passes. Nothing that comes
# later can repair it: return `False` at once.
def is_balanced(text):
    opened_by = {")": "(", "]": "[", "}": "{"}
    stack = []
    for character in text:
        if character in "([{":
            stack.append(character)
        elif stack and stack[-1] == opened_by.get(character):
            stack.pop()
    return not stack


# %% role="misconception" name="overlooks closing brackets when nothing is open" fails="wrapped, joined, one bracket lost"
# A closing bracket is compared only while something is open; otherwise you skip it, so `a)` passes. An empty
# list means that it has no partner: return `False`.
def is_balanced(text):
    opened_by = {")": "(", "]": "[", "}": "{"}
    stack = []
    for character in text:
        if character in "([{":
            stack.append(character)
        elif character in opened_by and stack and stack.pop() != opened_by[character]:
            return False
    return not stack


# %% role="misconception" name="first opened, first closed" fails="wrapped, joined, one bracket lost"
# You take the *oldest* open bracket, as a queue does, so `([])` comes out wrong and `([)]` right. The one
# opened last is closed first: take from the end of the list, with `pop()`.
def is_balanced(text):
    opened_by = {")": "(", "]": "[", "}": "{"}
    queue = []
    for character in text:
        if character in "([{":
            queue.append(character)
        elif character in opened_by and (not queue or queue.pop(0) != opened_by[character]):
            return False
    return not queue


# %% role="misconception" name="compares the two halves" fails="wrapped, joined, one bracket lost"
# A text that reads the same from both ends, as `([])` does, is only one way to be balanced: `()()` is
# another. Compare each closing bracket with the last open one instead.
def is_balanced(text):
    brackets = [c for c in text if c in "()[]{}"]
    pairs = ("()", "[]", "{}")
    return len(brackets) % 2 == 0 and all(
        brackets[i] + brackets[-1 - i] in pairs for i in range(len(brackets) // 2)
    )


# %% role="misconception" name="takes out pairs in one round only" fails="600,000 levels deep"
# One `replace` for each kind takes out some pairs, and what stood around them would be a pair only now. You
# would have to repeat that until nothing changes; a list of open brackets needs one pass.
def is_balanced(text):
    rest = "".join(c for c in text if c in "()[]{}")
    for pair in ("()", "[]", "{}"):
        rest = rest.replace(pair, "")
    return rest == ""


# %% role="misconception" name="calls itself for every level" fails="600,000 levels deep"
# Every open bracket keeps one call of your function waiting, and Python stops at about 1,000 of them with a
# RecursionError. A list holds as many open brackets as your memory does.
def is_balanced(text):
    pairs = {"(": ")", "[": "]", "{": "}"}

    def end_of_group(i, closer):
        while i < len(text):
            if text[i] in pairs:
                i = end_of_group(i + 1, pairs[text[i]])
                if i < 0:
                    return -1
            elif text[i] in ")]}":
                return i + 1 if text[i] == closer else -1
            else:
                i += 1
        return i if closer is None else -1

    return end_of_group(0, None) == len(text)


# %% role="misconception" name="allows nothing but brackets" fails="wrapped, joined, one bracket lost"
# You return `False` for every character that is no bracket. They are to be ignored: do nothing with them.
def is_balanced(text):
    opened_by = {")": "(", "]": "[", "}": "{"}
    stack = []
    for character in text:
        if character in "([{":
            stack.append(character)
        elif not stack or stack.pop() != opened_by.get(character):
            return False
    return not stack


# %% role="misconception" name="no text of odd length" fails="the worked examples"
# Brackets come in pairs, but the other characters do not: `f(a), [b]` has nine characters and is balanced.
# Leave the length of the text alone; the list of open brackets notices one that has no partner.
def is_balanced(text):
    if len(text) % 2 == 1:
        return False
    opened_by = {")": "(", "]": "[", "}": "{"}
    stack = []
    for character in text:
        if character in "([{":
            stack.append(character)
        elif character in opened_by and (not stack or stack.pop() != opened_by[character]):
            return False
    return not stack


# %% role="misconception" name="leaves out what stands in quotes" fails="the worked examples"
# You skip brackets inside quotes. A parser for one language would; this function promised to ignore quotes,
# because it does not know the language: the apostrophe of `don't` opens nothing.
def is_balanced(text):
    opened_by = {")": "(", "]": "[", "}": "{"}
    stack, quote = [], None
    for character in text:
        if quote is not None:
            quote = None if character == quote else quote
        elif character in "\"'":
            quote = character
        elif character in "([{":
            stack.append(character)
        elif character in opened_by and (not stack or stack.pop() != opened_by[character]):
            return False
    return not stack


# %% role="misconception" name="counts < and > as brackets" fails="wrapped, joined, one bracket lost"
# `<` and `>` are ordinary characters here: in `a < b` nothing is opened. Only `()`, `[]` and `{}` count.
def is_balanced(text):
    opened_by = {")": "(", "]": "[", "}": "{", ">": "<"}
    stack = []
    for character in text:
        if character in "([{<":
            stack.append(character)
        elif character in opened_by and (not stack or stack.pop() != opened_by[character]):
            return False
    return not stack


# %% role="misconception" name="rejects a text without brackets" fails="the worked examples"
# You answer `False` when nothing was ever opened. Balanced means that nothing is wrong, and in a text without
# brackets nothing can be.
def is_balanced(text):
    opened_by = {")": "(", "]": "[", "}": "{"}
    stack, seen = [], False
    for character in text:
        if character in "([{":
            stack.append(character)
            seen = True
        elif character in opened_by and (not stack or stack.pop() != opened_by[character]):
            return False
    return seen and not stack


# %% role="misconception" name="says nothing instead of False" fails="a bool"
# Where the brackets do not fit, your function ends without a `return`, and its result is None. Return `False`
# there: callers print, store and compare what they get.
def is_balanced(text):
    opened_by = {")": "(", "]": "[", "}": "{"}
    stack = []
    for character in text:
        if character in "([{":
            stack.append(character)
        elif character in opened_by and (not stack or stack.pop() != opened_by[character]):
            return
    if not stack:
        return True


# %% role="misconception" name="a list that outlives the call" fails="wrapped, joined, one bracket lost"
# The list `[]` of a default value is made once, when the function is defined, and every call goes on with
# what the last one left in it. Begin the body with `stack = []`.
def is_balanced(text, stack=[]):  # noqa: B006
    opened_by = {")": "(", "]": "[", "}": "{"}
    for character in text:
        if character in "([{":
            stack.append(character)
        elif character in opened_by and (not stack or stack.pop() != opened_by[character]):
            return False
    return not stack
