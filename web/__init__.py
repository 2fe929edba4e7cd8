"""The shell: it authenticates, calls procedures and renders. The rules are in the database."""
