"""Does the database hold what it promises? What `./alumni grade` asks beside db/selfcheck.sql."""
