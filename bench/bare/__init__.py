"""The peer of the web bench: the least Django doing the same kind of work (five indexed reads; a POST with one row)."""
