"""The database as pages to read, made from the database itself."""
