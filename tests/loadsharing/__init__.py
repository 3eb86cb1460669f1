"""What the load-sharing model was held against: checks of the code, published studies, signs, other programs. Not part of the
product: `docs/load_sharing.py` prints it, tests and the bench use it.

    row                        a line of the table
    crowd, reversals           random people; does a stiffer hip ever bend more?
    constrained, energy        another way to rest, and what rest has least of: the solvers are held against both
    consistency, peers         is the code right?
    studies, coverage, choices does the model agree with people?
    page, charts, facts        the page, its pictures, and the data that the product carries of it
"""
