"""Life without a network: the service worker, the offline page, and what makes Psoas installable.

Read `urls`, `views`, `shell`.
"""
