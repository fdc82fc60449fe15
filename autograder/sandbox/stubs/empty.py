"""Runs the cells of a submission."""
