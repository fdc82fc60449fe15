"""Feedback that a learner can open: a page for each graded notebook, and evidence for `course progress`.

Theory of operation. A page is made of a notebook in `autograded/` and of the gradebook. Whatever stands
in that notebook may be a learner's: sources, outputs of every type, file names, pictures. So it is text,
which is escaped; or HTML, which `safe_html` rebuilds from a list of allowed elements; or a picture, which
`pictures` decodes and encodes anew. The page's own policy then forbids scripts, forms and requests. What a
learner may not read, hidden tests and schemes for marking, is taken out by `hidden`, from outputs too.
"""
