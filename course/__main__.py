"""Runs the command line as `python -m course`."""

from course.cli import main

if __name__ == "__main__":
    main()
