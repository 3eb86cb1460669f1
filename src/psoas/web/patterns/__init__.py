"""Every component on one page, for whoever changes the looks.

Read `views`, then the template.
"""
