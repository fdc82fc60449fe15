"""What an instructor wants to know of a class: scores, hard checks, misconceptions, who needs attention.

Numbers are the gradebook's, whoever graded. What checks found is what `autograder grade` remembered of each
submission (`autograder.grading.state`); after another grader, tests are counted by their scores instead.
"""
