"""The command line: the same journey as the web app, scriptable.

In: files and options. Out: documents or readable pages; exit 0 done, 1 lint findings, 2 bad input, 3 plan forbidden.
Read `main` (the commands), `files` (in and out), `pages` (readable output), in that order.
"""
