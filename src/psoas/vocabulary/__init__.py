"""The words that every room shares: sides, levels, measures, scales, reasons and what bad input looks like.

Nothing comes in. Read `value` first (how a value is made), then `body`, `scales`, `evidence`, `errors`.
"""
