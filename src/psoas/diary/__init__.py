"""The log: what was done, how it felt, what helped. A missing day is a gap, a zero is data.

In: entries. Out: `Diary`. Read `entry`, `diary_check`, `merging` (many entries of one day become one), then `adherence`.
`gap` is a stretch of days of which nothing was told, `pause` one on which nothing is due.
"""
