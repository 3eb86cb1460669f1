"""With somebody who examines: the summary as a page, as a PDF and as an exchange file; and the limits they send back.

Read `forms` (what a clinician may ask), `limits` (looked at first, then kept; lifted by a clinician), `views`.
"""
