"""What Psoas knows, as data: exercises, tests, habits, safety questions, answers, norms, conditions, sources.

In: TOML under `data/`. Out: one frozen `Catalogue`. Each number carries its source and status.
Read `demands` (what a movement asks of the body), `entries`, `rules`, `path` (after a fusion), `catalogue` (loading) and
`checks` (the lint).
"""
