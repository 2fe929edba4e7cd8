"""`./alumni doctor`: one small check a file; `examine` runs them all."""
