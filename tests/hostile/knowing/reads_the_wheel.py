# expect: ours 0, plain 0; graded; no secret in any output
# tries: find the course's content in the installed packages, their metadata and what an editable install names
# cell: added
import importlib.metadata
import sys
from pathlib import Path

for folder in sys.path:
    for pattern in (
        "**/mle_course*",
        "**/e4_project.py",
        "**/02_linear_algebra_numpy*",
        "**/*.pth",
        "course/**/*",
        "modules/**/*",
    ):
        for path in list(Path(folder or ".").glob(pattern))[:50]:
            try:
                print(path, path.read_text()[:3000] if path.is_file() else "")
            except Exception as error:
                print(path, repr(error)[:100])
for name in ("mle-course", "mle_course"):
    try:
        for file in importlib.metadata.files(name):
            print(file, file.locate().read_text()[:2000])
    except Exception as error:
        print(repr(error)[:100])
