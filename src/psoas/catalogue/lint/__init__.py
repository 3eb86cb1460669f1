"""The checks behind the codes of `psoas check`.

In: a `Catalogue`. Out: pairs of where and what. Each module holds one kind of promise: `ladders` (from an easy row to the
top), `demands` (complete, and in harmony with each other), `doses` (inside what their sources state), `references`
(sources, ids, status, locators), `safety` (closing rules, findings, nobody left with an empty week), `wording` (plain,
short, kind, no two alike, in each language by its own `manner`), `effects` (no effect, mechanism or result without a
source that speaks of it), `pointers` (docstrings name what a reader can look up). The codes themselves stand in
`psoas.catalogue.lint_codes`.
"""
