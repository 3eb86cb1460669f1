"""The words that every room shares: sides, levels, measures, scales, reasons and what bad input looks like.

Nothing comes in. Read `value` first (how a value is made), then `body`, `scales`, `evidence`, `errors`. Then `constraint`
(what a field may hold), `text_format` and `dates` (how text, days and times are written), `language` (the door through
which every text for a person passes).
"""
