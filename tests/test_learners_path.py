"""What a learner runs stays within a learner's install, on any operating system.

Read from the sources, without running them: every import that `course init`, `course lab` and
`from autograder import check` can reach, those inside functions included.
"""

from __future__ import annotations

import ast
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
PACKAGES = ("course", "autograder")
STARTS = ("course.commands_learner", "autograder")

POSIX_MODULES = {"crypt", "fcntl", "grp", "posix", "pty", "pwd", "resource", "syslog", "termios", "tty"}
POSIX_NAMES = {
    "os": {"fork", "forkpty", "getuid", "geteuid", "getpgid", "killpg", "mkfifo", "nice", "setsid", "uname"},
    "signal": {
        "SIGALRM",
        "SIGKILL",
        "SIGUSR1",
        "SIGUSR2",
        "alarm",
        "pthread_kill",
        "setitimer",
        "ITIMER_REAL",
    },
}
GUARDS = ("hasattr(", "getattr(", "sys.platform", "os.name")
INSTALLED_AS = {"IPython": "ipykernel", "PIL": "pillow", "sklearn": "scikit-learn", "yaml": "pyyaml"}


def source_file(module: str) -> Path | None:
    """Return the file of one of our modules."""
    path = ROOT / module.replace(".", "/")
    return next((file for file in (path.with_suffix(".py"), path / "__init__.py") if file.is_file()), None)


def tree(module: str) -> ast.Module:
    """Parse one of our modules."""
    file = source_file(module)
    assert file is not None, module
    return ast.parse(file.read_text(encoding="utf-8"))


def is_guard(node: ast.AST) -> bool:
    """Whether what stands below runs only where it can, or never (`if TYPE_CHECKING`)."""
    match node:
        case ast.If():
            return any(guard in ast.unparse(node.test) for guard in (*GUARDS, "TYPE_CHECKING"))
        case ast.Try():
            return any("ImportError" in ast.unparse(handler) for handler in node.handlers)
        case ast.With():
            return any("suppress(ImportError" in ast.unparse(item) for item in node.items)
    return False


def imports(node: ast.AST) -> Iterator[str]:
    """Yield the modules that a piece of code imports without a guard."""
    for child in ast.iter_child_nodes(node):
        if is_guard(child):
            continue
        match child:
            case ast.Import():
                yield from (alias.name for alias in child.names)
            case ast.ImportFrom(module=str(module)):
                yield module
                yield from (f"{module}.{alias.name}" for alias in child.names)
            case _:
                yield from imports(child)


def closure(*starts: str) -> dict[str, set[str]]:
    """Return every module of ours that can be reached from these, with what it imports."""
    found: dict[str, set[str]] = {}
    waiting = list(starts)
    while waiting:
        module = waiting.pop()
        if module not in found and source_file(module):
            found[module] = set(imports(tree(module)))
            waiting += [name for name in found[module] if name.partition(".")[0] in PACKAGES]
    return found


@pytest.fixture(scope="module")
def reached() -> dict[str, set[str]]:
    """Every module that a learner reaches; the walk itself is checked on what it must find."""
    modules = closure(*STARTS)
    assert {"course.workspace", "course.lab", "course.catalog", "autograder.selfcheck"} <= set(modules)
    return modules


def test_no_module_of_posix_alone_is_imported(reached: dict[str, set[str]]) -> None:
    """A learner on Windows can start the course and check answers."""
    found = {
        module: sorted(names & POSIX_MODULES) for module, names in reached.items() if names & POSIX_MODULES
    }

    assert found == {}


def test_no_name_of_posix_alone_is_used_without_a_guard(reached: dict[str, set[str]]) -> None:
    """Where a system call exists on some systems only, the file asks before it uses it."""
    found = [
        f"{module}:{node.lineno}: {ast.unparse(node)}"
        for module in reached
        if not any(guard in ast.unparse(tree(module)) for guard in GUARDS)
        for node in ast.walk(tree(module))
        if isinstance(node, ast.Attribute) and node.attr in POSIX_NAMES.get(ast.unparse(node.value), ())
    ]

    assert found == []


def test_everything_imported_is_a_dependency_of_the_learners_install(reached: dict[str, set[str]]) -> None:
    """No command of a learner ends in an ImportError, and none needs an extra."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    provided = {dependency.partition(">")[0] for dependency in project["dependencies"]}
    used = {name.partition(".")[0] for names in reached.values() for name in names}

    foreign = {INSTALLED_AS.get(name, name) for name in used - sys.stdlib_module_names - set(PACKAGES)}

    assert foreign - provided == set()


def test_the_course_never_imports_the_autograder() -> None:
    """Imports between the two packages run one way, also inside functions and strings of type hints."""
    files = sorted((ROOT / "course").rglob("*.py"))
    found = [
        str(file.relative_to(ROOT))
        for file in files
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if (isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "autograder")
        or (
            isinstance(node, ast.Import) and any(a.name.partition(".")[0] == "autograder" for a in node.names)
        )
    ]

    assert files
    assert found == []
