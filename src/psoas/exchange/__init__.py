"""The hatch: documents in and out, tables, calendars.

In: bytes from outside. Out: values of the rooms, or one `BadInput` that names the field and what is allowed; and the way back.
Read `json_text` (what counts as JSON here), `schema`, `nulls` (where null says absent), `documents`, `bundle`, `archive`
(everything in one file), `tables`, `calendar`, in that order.
"""
