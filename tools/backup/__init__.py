"""Backups: one file that holds everything, and says of itself whether it is whole.

The file is a tar of `manifest.json` and what that names: `database.sql.gz` (tables, rows, triggers,
routines, views), `events.sql.gz` (apart, because events start to run when they are made) and the
mails that were written to files. Uploaded files are rows of `media_files`, so they are in it.
Passwords and keys of this machine (ALUMNI_HOME/secrets) are not included: each machine generates
its own.
"""
