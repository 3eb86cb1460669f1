"""Finding out how hips and lower back move: self-tests, timed tests, typed-in angles, own activities, ratings, totals.

In: what was found. Out: an examination on record, and its profile on a page. Read `forms`, `examination_merging` (a
finding joins the latest examination), `views`.
"""
