"""The database as the web reaches it: one connection pool, one contract, CALL and nothing else."""
