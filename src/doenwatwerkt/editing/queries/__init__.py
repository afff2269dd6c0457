"""Answers of this room to its own pages and to rooms above."""
