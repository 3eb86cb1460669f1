"""The log: what was done, how it felt, what helped. A missing day is a gap, a zero is data.

In: entries. Out: `Diary`. Read `entry`, `check`, then `adherence`.
"""
