"""The command line: server, migrations, data, checks. The web imports `tools.settings` only."""
