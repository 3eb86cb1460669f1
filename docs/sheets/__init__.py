"""The pages of `docs/clinical`, each made from what the computer runs: specs and catalogue.

`rules` from the specs; `matrix`, `exercises`, `evidence`, `safety`, `fusion` and `codes` from the catalogue. Each module has
one `pages()`, from path (inside `docs/clinical`) to text. `markdown` holds the two or three forms they share.
"""
