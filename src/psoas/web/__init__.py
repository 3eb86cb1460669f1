"""The pages: thin doors over `journey` and `records`.

In: a request. Out: a page. Each folder is one family of pages with its views, forms, urls and templates.
Read `settings`, `urls`, then a family: `intake`, `plan`, `diary`.
"""
