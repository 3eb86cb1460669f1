"""Is it working? Pain and mobility over the days, what brings relief, what the weeks add up to.

Read `chart` (a series becomes lines with gaps), `views`.
"""
