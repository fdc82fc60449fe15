"""Data sets that the course makes for itself: each generator takes a Generator and gives the truth as well.

Lessons and checks import them. Where a class is graded they are hidden from learners' code, because the truth
stands beside the data: an exercise's set-up cell writes its few rows out instead.
"""
