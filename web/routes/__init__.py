"""Routes by module: read the request, call a procedure, render. Nothing is decided here."""
