"""The plan: eight weeks at a glance, a week, a day; why each thing is in it; what was left out; tomorrow's changes.

Read `making` (a new plan), `situation` (where somebody stands today), `views`, `changing` (accept, undo, move, swap, ease).
"""
