"""The boundary between a check and the answer that it judges.

Theory of operation. Two sides talk by messages of plain data:

- the *judge side* runs the check's text and trusts nothing it receives;
- the *answer side* holds the learner's namespace and does what it is asked.

The judge asks (call this, read that attribute, give the next item), the answer side replies. While it
works on a question, the answer side may ask back, because a check lends it callbacks and objects; so a
question may nest inside a question, but there is never more than one thread of control.

    check text ── Handle ── JudgeSide ═══ wire ═══ AnswerSide ── the learner's objects
                  lent objects ──┘                     └── Lent proxies

`codec` turns values into plain trees and back and is the same on both sides; values of any type that it
does not know stay where they are, in the table of their side, and cross as a number. `wire` is a direct
call in a learner's kernel and a pair of pipes between processes; nothing above it knows which.
Effects (changed arguments, shared memory, random state, peak memory) are noted by the answer side with
each reply: its own word, which may cost points and never earns any.
"""
