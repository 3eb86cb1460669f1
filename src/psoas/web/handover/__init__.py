"""The hand-over: one sealed file or link for a therapist, made in this browser; opened read-only by another copy of the pages.

Read `views`, then `elements/handover/`; what opens it is `psoas.web.guest`.
"""
