"""The command line: server, migrations, data, checks."""
