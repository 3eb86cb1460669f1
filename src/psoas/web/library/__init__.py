"""The library: every movement and habit with its whole card, and what each means for this person. Read `views`."""
