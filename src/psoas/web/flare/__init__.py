"""A bad day, and a pause: what to do, what to leave, when to worry, how it ends. Read `views`, then `forms`.

Nothing here changes a plan. Pain told on this page is an entry like any other, and adaptation reads it by its one rule.
"""
