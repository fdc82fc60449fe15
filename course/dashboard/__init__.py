"""Draws an overview: in a notebook, as a page, for print, and for a terminal.

overview ──► facts      the words and numbers that all of them show
             ├─ board   HTML, from one set of templates: the page, and what a notebook may show of it
             ├─ charts  the same pictures as SVG
             └─ text    sections of rows: for the terminal, and as the plain twin of the notebook's HTML
"""
