"""The plan: eight weeks at a glance, a week, a day; why each thing is in it; what was left out; tomorrow's changes.

Read `views`, `week_sheet` (a week on paper), `plan_changes` (accept, undo, move, swap, ease).
"""
