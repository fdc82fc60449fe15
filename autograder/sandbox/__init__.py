"""The sandbox in which learners' code runs, and the pristine processes that judge it.

Theory of operation. Four kinds of process; each trusts only those to the left of it:

    driver ── workers ══ zygotes ── forks: the judge T, the learner's side S

- The *driver* is the command that a person started. It starts everything else and owns all files.
- A *worker* is a fork of the driver. It reads one submission after another, decides which cells run,
  and asks for forks. It never runs a cell and never unpickles anything.
- A *zygote* is one process inside bubblewrap that imported the scientific stack and only forks. There are
  two: from one come learner's sides, and in what it can see no file knows an answer; from the other come
  judges, which hold the exercises' references and checks.
- *S*, the learner's side, is a fork in namespaces of its own (`confine`): no network, no other process, no
  file but the Python installation and a small private folder, no capability, few system calls. It runs
  the cells of one submission. All it says is data, and is read as such.
- *T*, the judge, is a fork that runs one submission's checks and speaks to S over a socket, with the
  boundary of `autograder.boundary`. A learner's code never runs in it.

Worker and zygote speak over a Unix socket (`channel`): JSON, and file descriptors beside it. To judge, T
asks its worker for a way to S; the worker makes a pair of sockets and hands each one end. So zygotes need
not know of each other, and S holds no descriptor but its own two. Whoever has to end S kills its first
process, with which its whole process namespace ends: nothing that S started survives it.

Where this machine has no namespaces the same processes run without walls: only for code that is trusted,
and every result says so.
"""
