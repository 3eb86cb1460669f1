"""The log: one tap after moving, one tap the next morning, the rest folded; and once a week, anything new?

Read `forms`, `entries` (a form becomes an entry), `views`.
"""
