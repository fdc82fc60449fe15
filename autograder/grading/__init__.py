"""Bulk grading: what an instructor released, what learners handed in, and how one becomes grades.

`master` reads the instructor's notebooks, `handed_in` a learner's, `arrange` decides which cells run,
`learner_session` and `job` do it in the sandbox, `batch` does it for a class.
"""
