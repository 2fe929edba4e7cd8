"""Where the MySQL server comes from, and the private instance that `./alumni up` runs."""
