"""Psoas, an open, local-first hip–spine coach. Start reading at `journey.py`; the map is HOUSE.md."""
