"""`python -m tools`: what the launcher hands over to."""

from tools.cli import main

main()
