"""The way in: welcome, safety on two screens, about you, what screening says, five questions, the first session.

In: answers, a page at a time. Out: an `Intake` on record and, where screening allows it, a plan.
Read `route` (which page comes next), `forms`, `assembly` (answers become an Intake), `views`.
"""
