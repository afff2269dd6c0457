"""The tables of the index, one idea a migration."""
