"""The picture of a bend: how hips and lower back share it, as figures, as a table, and as words.

In: what is on record of a person (or nothing: then a reference person, told apart). Out: one page with <share-picture>.
"""
