"""The cellar: the only room that knows tables.

In: documents (the values of the rooms). Out: the same values, read back. Rows are only ever added, so that whatever a
person saw can be shown again; `delete_everything` really deletes. Read `models`, `actions` (writes), `queries` (reads),
`erasure`. Which of many answers wins is decided in `psoas.diary.merging`. `revision` tells whether anything is new,
`diary_record` grows the diary row by row, `damage` names a row that cannot be read; `backup`, `restoration` and `privacy`
are about the file itself, `schema_version` about its tables.
"""
