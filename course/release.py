"""Makes the learners' version of a notebook with nbgrader's own preprocessors, in this process.

The list is the one that `nbgrader generate_assignment` runs, configured by the same `nbgrader_config.py`,
less the step that writes a gradebook. So an instructor who runs that command gets the committed notebooks.
"""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from course.errors import MissingExtra

if TYPE_CHECKING:
    from pathlib import Path

    from nbconvert.exporters import NotebookExporter
    from nbformat import NotebookNode

CONFIG = "nbgrader_config.py"
_WITHOUT_DATABASE = frozenset({"SaveCells"})


def require_instructor(what: str = "Building notebooks") -> None:
    """Raise `MissingExtra` where nbgrader, which `what` needs, is not installed."""
    if find_spec("nbgrader") is None:
        raise MissingExtra("instructor", f"{what} needs nbgrader, which is not installed.")


def releaser(root: Path) -> NotebookExporter:
    """Return the exporter that clears solutions and adds checksums as `root`'s configuration says."""
    require_instructor()
    from nbconvert.exporters import NotebookExporter
    from nbgrader.converters import GenerateAssignment
    from nbgrader.coursedir import CourseDirectory
    from traitlets.config import Config, PyFileConfigLoader

    config = PyFileConfigLoader(CONFIG, path=str(root)).load_config()
    config.merge(Config(Exporter={"default_preprocessors": []}))
    converter = GenerateAssignment(coursedir=CourseDirectory(config=config), config=config)
    exporter = NotebookExporter(config=config)
    for preprocessor in converter.preprocessors:
        if preprocessor.__name__ not in _WITHOUT_DATABASE:
            exporter.register_preprocessor(preprocessor)
    return exporter


def release(exporter: NotebookExporter, source: NotebookNode) -> str:
    """Return the text of the learners' notebook."""
    text, _ = exporter.from_notebook_node(source)
    return text
