"""Results of every kind, as checking the exercise `project` would give them: to test cards and to look at."""

from __future__ import annotations

from dataclasses import replace

from autograder.picture_svg import arrows
from autograder.verdict import Diagnosis, Kind, OtherWay, Output, Raised, Result, SourceLine, Verdict

SHAPE = "one number for each row"
EXAMPLE = "the worked example"
ORTHOGONAL = "the residual is orthogonal to every column"
DEPENDENT = "columns that depend on each other"

PASSED_SHAPE = Verdict(SHAPE, Kind.PASSED)
PASSED_EXAMPLE = Verdict(EXAMPLE, Kind.PASSED, points=1, max_points=1)
PASSED_ORTHOGONAL = Verdict(ORTHOGONAL, Kind.PASSED, points=1, max_points=1, hidden=True)
PASSED_DEPENDENT = Verdict(DEPENDENT, Kind.PASSED, points=2, max_points=2, hidden=True)

ARGUMENTS = (
    ("A", "ndarray float64 (4, 2), column by column in memory\n[[1. 1.]\n [1. 2.]\n [1. 3.]\n [1. 4.]]"),
    ("b", "ndarray float64 (4,)  [2. 1. 6. 5.]"),
)

FAILED_EXAMPLE = Verdict(
    EXAMPLE,
    Kind.FAILED,
    max_points=1,
    message="project(A, b) of the example gave [4.9 6.3 7.7 9.1]; 1.4, 2.8, 4.2, 5.6 was promised.",
    call="project(A (4, 2), b (4,))",
    arguments=ARGUMENTS,
    answer="ndarray float64 (4,)  [4.9 6.3 7.7 9.1]",
    expected="ndarray float64 (4,)  [1.4 2.8 4.2 5.6]",
    difference="4 of 4 entries differ, first at [0]: 4.9 instead of 1.4.",
    picture=arrows(
        {"b": (7.67, 2.68), "expected p": (7.67, 0.0), "your p": (14.1, 0.0)},
        floor="column space of A",
        joined=[("b", "expected p"), ("b", "your p")],
    ),
    output=Output(
        stdout="lengths [ 4. 30.]\nprojection 0\nprojection 1\n",
        warnings=("RuntimeWarning: invalid value encountered in divide",),
    ),
)
FAILED_HIDDEN = Verdict(
    DEPENDENT,
    Kind.FAILED,
    max_points=2,
    hidden=True,
    message="project(A (12, 4), b (12,)), where A repeats its first column at once: your result is 0.311 |b| "
    "away from the projection; 1e-8 |b| was promised.",
    call="project(A (12, 4), b (12,))",
    arguments=(
        (
            "A",
            "ndarray float64 (12, 4)\n[[ 0.34  0.34  0.82 -1.30 ]\n ...\n [ 0.03  0.03  0.54  1.2 ]]",
        ),
        ("b", "ndarray float64 (12,)  [ 0.1  0.2  0.3 ... -0.5  1.1  0.7]"),
    ),
    answer="ndarray float64 (12,)  [ 0.7  0.1  0.2 ... -0.4  0.9  0.6]",
    expected="ndarray float64 (12,)  [ 7.7  7.1  7.2 ... -7.4  7.9  7.6]",
    difference="12 of 12 entries differ, first at [0]: 0.7 instead of 7.7.",
)
BLOCKED_ORTHOGONAL = Verdict(
    ORTHOGONAL, Kind.BLOCKED, max_points=1, hidden=True, message=f"waits for “{SHAPE}”"
)
BLOCKED_DEPENDENT = Verdict(
    DEPENDENT, Kind.BLOCKED, max_points=2, hidden=True, message=f"waits for “{SHAPE}”"
)

CONTEXT = (
    (9, "    A = np.asarray(A, dtype=float)"),
    (10, "    gram = A.T @ A"),
    (11, "    x = solve(gram, A @ b)"),
    (12, "    return A @ x"),
)
MISMATCH = (
    "matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature "
    "(n?,k),(k,m?)->(n?,m?) (size 5 is different from 2)"
)
RAISED_SHAPE = Verdict(
    SHAPE,
    Kind.RAISED,
    message=f"`project(A (5, 2), b (5,))` raised ValueError: {MISMATCH}",
    call="project(A (5, 2), b (5,))",
    arguments=(
        ("A", "ndarray float64 (5, 2)\n[[ 0.3  1.2]\n ...\n [-0.1  0.9]]"),
        ("b", "ndarray float64 (5,)  [1. 2. 3. 4. 5.]"),
    ),
    raised=Raised(
        "ValueError",
        MISMATCH,
        (
            SourceLine("<cell>", 14, "project", "return fitted(A, b)"),
            SourceLine("<cell>", 11, "fitted", "x = solve(gram, A @ b)", CONTEXT),
        ),
    ),
)
EXPLANATION = r"""
`lstsq` decomposes `A` by singular values and drops those that are **rounding errors** beside the largest, so
`A @ x` is the projection for every rank. It costs about $m n^2$ operations for $m \ge n$.

To project many vectors onto one space:

- compute a basis once,
- keep the columns of `U` with `s > 1e-10 * s[0]`.

```python
U, s, _ = np.linalg.svd(A, full_matrices=False)
basis = U[:, s > 1e-10 * s[0]]
```

The [lesson](02_linear_algebra_numpy.ipynb) shows *why* the coefficients are not unique.
"""
REMEDY = """
You projected `b` on each column alone and added the results. That counts twice what two columns have in
common; it is right only when the columns are orthogonal to each other. Solve for all coefficients at once.
"""
OTHER_WAY = OtherWay(
    "by the pseudo-inverse",
    "def project(A, b):\n    A = np.asarray(A, dtype=np.float64)\n    return A @ (np.linalg.pinv(A) @ b)",
)
PASSED = Result(
    "project",
    "Project onto a column space",
    "2.4",
    (PASSED_SHAPE, PASSED_EXAMPLE, PASSED_ORTHOGONAL, PASSED_DEPENDENT),
    explanation=EXPLANATION,
    other_way=OTHER_WAY,
)
ALL = (PASSED_SHAPE, PASSED_EXAMPLE, PASSED_ORTHOGONAL, PASSED_DEPENDENT)


def judged(*verdicts: Verdict, diagnosis: Diagnosis | None = None) -> Result:
    """Return a result of the exercise with these verdicts."""
    return replace(PASSED, verdicts=verdicts, diagnosis=diagnosis, explanation="", other_way=None)


def uniform(kind: Kind, message: str) -> Result:
    """Return a result in which every check ended alike, without points."""
    return judged(*(replace(verdict, kind=kind, points=0, message=message) for verdict in ALL))


def stopped(kind: Kind, message: str) -> Result:
    """Return a result whose second check ended in this way."""
    wrong = replace(PASSED_EXAMPLE, kind=kind, points=0, message=message, call="project(A (4, 2), b (4,))")
    return judged(PASSED_SHAPE, wrong, PASSED_ORTHOGONAL, PASSED_DEPENDENT)


SAMPLES: dict[str, Result] = {
    "passed": PASSED,
    "failed": judged(PASSED_SHAPE, FAILED_EXAMPLE, PASSED_ORTHOGONAL, FAILED_HIDDEN),
    "diagnosed": judged(
        PASSED_SHAPE,
        FAILED_EXAMPLE,
        PASSED_ORTHOGONAL,
        FAILED_HIDDEN,
        diagnosis=Diagnosis("adds the projections on single columns", REMEDY),
    ),
    "hidden": judged(PASSED_SHAPE, PASSED_EXAMPLE, PASSED_ORTHOGONAL, FAILED_HIDDEN),
    "raised": judged(
        RAISED_SHAPE,
        replace(PASSED_EXAMPLE, kind=Kind.RAISED, points=0),
        BLOCKED_ORTHOGONAL,
        BLOCKED_DEPENDENT,
    ),
    "forgot_return": judged(
        replace(
            RAISED_SHAPE,
            kind=Kind.FAILED,
            raised=None,
            message="project(A (5, 2), b (5,)) gave None; shape (5,) was promised.",
            answer="None",
            expected="ndarray float64 (5,)  [0.3 1.2 3.3 0.1 2.9]",
            difference="Yours is None, expected is an ndarray float64 (5,).",
            note="`project` gave back `None`. Does every path through it end in a `return`?",
        ),
        replace(PASSED_EXAMPLE, kind=Kind.BLOCKED, points=0, message=f"waits for “{SHAPE}”"),
        BLOCKED_ORTHOGONAL,
        BLOCKED_DEPENDENT,
    ),
    "not_attempted": uniform(
        Kind.NOT_ATTEMPTED,
        "The answer cell is still the starter: replace `raise NotImplementedError` with your answer, "
        "run the cell, and check again.",
    ),
    "blocked": judged(PASSED_SHAPE, BLOCKED_ORTHOGONAL),
    "timeout": stopped(
        Kind.TIMEOUT,
        "Your code was still running after 10 s and was stopped. Is there a loop that never ends?",
    ),
    "memory": stopped(
        Kind.MEMORY,
        "Your code asked for more memory than there is. Does an array grow with the square of the input?",
    ),
    "unavailable": uniform(Kind.UNAVAILABLE, "needs `torch`, which is not installed here"),
    "broken": judged(
        PASSED_SHAPE,
        replace(
            PASSED_EXAMPLE,
            kind=Kind.BROKEN,
            points=0,
            message="The check itself went wrong (KeyError: 'A').",
        ),
    ),
}
"""One result of each kind, and some that mix them."""

MESSAGES = (
    (
        "Hint 3 of 3 · 2.4 Project onto a column space",
        [
            "Fill the hole:\n\n```python\nx = np.linalg.lstsq(A, b, rcond=None)[0]\nreturn ...\n```",
            "That was the last one.",
        ],
        "hint",
    ),
    (
        "Solution · 2.4 Project onto a column space",
        ["```python\ndef project(A, b):\n    return A @ x\n```", EXPLANATION],
        "solution",
    ),
    (
        "Not yet · 2.4 Project onto a column space",
        ["The solution opens after **3 honest attempts**; 2 to go."],
        "info",
    ),
    ("The attempt was not saved", ["The disk is full. Your answer is still in the notebook."], "fault"),
)
"""Arguments of `message_html` in each tone."""
