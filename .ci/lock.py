"""Resolves the dependencies of pyproject.toml into two lock files: `make lock`.

They hold versions and hashes for every platform and Python, and no download addresses. The learner's lock
comes first; the one for development agrees with it.
"""

from __future__ import annotations

import subprocess
import sys

import environment

RESOLVE = (
    *("pip", "compile", "pyproject.toml", "--quiet", "--upgrade", "--universal", "--fork-strategy", "fewest"),
    *("--generate-hashes", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"),
    *("--custom-compile-command", "make lock"),
)


def resolve(*options: str) -> None:
    """Run uv's resolver on pyproject.toml."""
    subprocess.run([environment.PROGRAMS / "uv", *RESOLVE, *options], cwd=environment.ROOT, check=True)


def main() -> int:
    """Write both lock files."""
    environment.prepare("dev")
    learner, dev = (lock.name for lock in environment.LOCKS.values())
    resolve("--output-file", learner)
    resolve("--extra", "dev", "--constraint", learner, "--output-file", dev)
    return 0


if __name__ == "__main__":
    sys.exit(main())
