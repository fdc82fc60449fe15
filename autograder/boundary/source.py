"""The text of an answer: where it stands, what it mentions, and its normalised form."""

from __future__ import annotations

import ast
import inspect
import linecache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from types import CodeType

_LOOPS = {
    "for": (ast.For, ast.AsyncFor, ast.comprehension),
    "while": (ast.While,),
}


def cell_text(namespace: Mapping[str, Any], name: str) -> str:
    """Return the text of the cell or file that defines a name; empty where nobody can tell."""
    code = _code_of(namespace.get(name))
    return "".join(linecache.getlines(code.co_filename, dict(namespace))) if code else ""


def _code_of(value: Any) -> CodeType | None:
    if inspect.isfunction(value):
        return inspect.unwrap(value).__code__
    if inspect.isclass(value):
        return next((m.__code__ for m in vars(value).values() if inspect.isfunction(m)), None)
    return None


def normalised(text: str) -> str:
    """Return a text's syntax tree as a string, without docstrings, comments and layout."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return text.strip()
    for node in ast.walk(tree):
        if (
            isinstance(node, (ast.Module, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))
            and ast.get_docstring(node) is not None
        ):
            node.body = node.body[1:]
    return ast.dump(tree)


def definition(text: str, name: str) -> str:
    """Return the normalised definition of one name in a text; empty where there is none."""
    try:
        body = ast.parse(text).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ""
    found = [node for node in body if getattr(node, "name", None) == name]
    return normalised(ast.unparse(found[-1])) if found else ""


def mentioned(namespace: Mapping[str, Any], roots: Iterable[str], names: Iterable[str]) -> set[str]:
    """Return which of these names, `.attributes` and loops ("for", "while") the answer's text contains.

    Names that the text itself binds are its own and do not count, nor do attributes of `self`.
    """
    present: set[str] = set()
    for text in dict.fromkeys(cell_text(namespace, root) for root in roots):
        try:
            present.update(_words(ast.parse(text)))
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            continue
    return present.intersection(names)


def _words(tree: ast.AST) -> Iterator[str]:
    own = {*_bound(tree)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id not in own:
            yield node.id
        elif isinstance(node, ast.Attribute) and getattr(node.value, "id", "") != "self":
            yield f".{node.attr}"
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            yield from _imported(node)
        for loop, kinds in _LOOPS.items():
            if isinstance(node, kinds):
                yield loop


def _bound(tree: ast.AST) -> Iterator[str]:
    """Yield the names of functions, classes, parameters and variables that a text makes."""
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.arg(arg=name):
                yield name
            case ast.Name(id=name, ctx=ast.Store()):
                yield name


def _imported(node: ast.Import | ast.ImportFrom) -> Iterator[str]:
    if isinstance(node, ast.ImportFrom) and node.module:
        yield from node.module.split(".")
    for alias in node.names:
        yield from alias.name.split(".")
