"""Every test of the project; run by `./alumni test`."""
