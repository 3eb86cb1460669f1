"""Diary writers that live until they are killed: each stores numbered entries and names each one once it is acknowledged.

Run as a program with the database of PSOAS_DATA. A line `N` on stdin forks a writer (a real process, as a server's worker is)
that begins with number N. It first says its process id, then a line for every acknowledged entry: a line is a promise; then
`end`, when it was killed.
"""

import os
import sys
from datetime import date

import django

if __name__ == "__main__":
    django.setup()

from psoas.diary.entry import Entry
from psoas.records.actions import keep_entry


def write(first: int) -> None:
    os.write(1, f"pid {os.getpid()}\n".encode())
    number = first
    while True:
        keep_entry(entry=Entry(on=date(2026, 11, 23), note=f"entry {number}"), kind="session", key=f"kill-{number:08d}")
        os.write(1, f"{number}\n".encode())
        number += 1


def nurse() -> None:
    for line in sys.stdin:
        writer = os.fork()
        if writer == 0:
            write(int(line))
        os.waitpid(writer, 0)
        os.write(1, b"end\n")


if __name__ == "__main__":
    nurse()
