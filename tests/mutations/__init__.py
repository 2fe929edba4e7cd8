"""A mutation check of the checks: each way to break a database, and the red lines it must cause.

`python -m tests.mutations` tries them on a server of its own (`--one-by-one`, `--only WORDS`);
tests/tools/test_grade.py tries them all at once on a copy of the demo data.
"""
