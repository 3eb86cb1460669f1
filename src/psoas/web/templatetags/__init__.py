"""Filters that turn ids and doses into words. Read `words`."""
