"""The course: its content, the notebooks built from it, and the learner's workspace."""
