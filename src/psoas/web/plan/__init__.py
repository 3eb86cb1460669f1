"""The plan: eight weeks at a glance, a week, a day; why each thing is in it; what was left out; tomorrow's changes.

Read `views`, `sheet` (a week on paper), `changing` (accept, undo, move, swap, ease).
"""
