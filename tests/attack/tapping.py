"""What one tap costs with so many rows on record, in CPU seconds; run as a program with the database of PSOAS_DATA.

tapping.py `ROWS` `TAPS`     a line for each tap: seconds of CPU, status
"""

import sys
import time
from datetime import date, timedelta

import django

if __name__ == "__main__":
    django.setup()

from django.test import Client
from own_process import DAY, begin_with_a_plan

from psoas.diary.entry import Done, Entry, EntryPain
from psoas.exchange.documents import write_document
from psoas.records.models import DiaryEntry

A_DAY = 15
"""Rows: a session, its movements told again in the log, a morning, breaks and habits."""


def fill(rows: int, start: date) -> None:
    """Taps, sessions and logs of the months before."""
    made = []
    for number in range(rows):
        on = start - timedelta(days=number // A_DAY + 1)
        done = (Done(exercise="clamshell", side="left", sets=1, reps=8, felt="same"),) if number % A_DAY < 3 else ()
        entry = Entry(on=on, pain=EntryPain(before=3, after=3, next_morning=3), exercises=done, note=f"row {number}")
        kind = "session" if number % A_DAY < 3 else "log"
        document = write_document(entry)
        made.append(DiaryEntry(key=f"row-{number:08d}", kind=kind, on=on, document=document))
    DiaryEntry.objects.bulk_create(made, batch_size=500)


def main(rows: int, taps: int) -> None:
    start = DAY - timedelta(days=16)
    begin_with_a_plan(on=start)
    fill(rows, start)
    client = Client(headers={"host": "localhost"})
    client.get("/")
    for number in range(taps + 1):
        begun = time.process_time()
        status = client.post("/log/after/", {"after": str(3 + number % 3), "on": DAY.isoformat()}).status_code
        if number:  # the first one reads what is on record
            print(f"{time.process_time() - begun:.3f} {status}", flush=True)  # noqa: T201  # it is a program


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
