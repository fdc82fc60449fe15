"""Settings of nbgrader for this course, read by its commands in this folder and by `course build`.

`solutions/` and `assignments/` are generated from `modules/` and committed; both ways to make `assignments/`
give the same bytes.
"""

from course.solution import STUB

c = get_config()  # noqa: F821

c.CourseDirectory.course_id = "mle-course"
c.CourseDirectory.source_directory = "solutions"
c.CourseDirectory.release_directory = "assignments"
c.ClearSolutions.code_stub = {"python": STUB}
