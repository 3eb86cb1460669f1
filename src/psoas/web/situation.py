"""Where somebody stands today: plan, day, diary, and what adaptation makes of them. Pages read this and nothing else."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from psoas import journey
from psoas.adaptation.changes import Changes
from psoas.catalogue.safety_rules import RedFlag
from psoas.diary.entry import Diary, Entry
from psoas.diary.pause import Pause, read_pause, runs
from psoas.outcomes.notices import Notices
from psoas.planning.plan import Day, Plan, PlanChange
from psoas.records import queries
from psoas.records.diary_record import diary_on_record
from psoas.screening.clearance import ClearanceRecord
from psoas.vocabulary.evidence import Reason
from psoas.vocabulary.language import spoken
from psoas.web import page_cache


@dataclass(frozen=True)
class Situation:
    """Everything about one day. `screened` and `record` are None before the way in is finished."""

    today: date
    screened: queries.Screened | None
    record: queries.PlanOnRecord | None
    diary: Diary
    changes: Changes | None
    """What adaptation proposes; None without a plan."""
    watch: Notices | None
    """What is to be said without being asked; None without a plan."""

    @property
    def plan(self) -> Plan | None:
        return self.record.plan if self.record else None

    @property
    def version(self) -> int:
        """The number of the plan in use; 0 without one."""
        return self.record.version if self.record else 0

    @cached_property
    def day(self) -> Day | None:
        """Today's page of the plan."""
        return journey.day_of(self.plan, self.today) if self.plan else None

    @cached_property
    def entry(self) -> Entry | None:
        """What was told today."""
        return next((entry for entry in self.diary.entries if entry.on == self.today), None)

    @property
    def proposed(self) -> tuple[PlanChange, ...]:
        """The rows that would change something and wait to be accepted."""
        return journey.waiting(self.changes) if self.changes else ()

    @property
    def asked_next(self) -> tuple[RedFlag, ...]:
        """Safety questions that wait for an answer; until then nothing gets harder."""
        return journey.asked_next(self.changes.clearance) if self.changes else ()

    @property
    def clearance(self) -> ClearanceRecord | None:
        """What holds now: the way in, unless the diary has told of something stricter since."""
        if self.changes and self.changes.clearance.scope == "none":
            return self.changes.clearance
        return self.screened.clearance if self.screened else None

    @property
    def stopped(self) -> bool:
        """Screening, or what the diary told since, closes everything."""
        return self.clearance is not None and self.clearance.scope == "none"

    @property
    def is_back(self) -> bool:
        """Here again after a gap."""
        return self.plan is not None and journey.is_back(self.plan, self.diary, today=self.today)

    @cached_property
    def pause(self) -> Pause | None:
        """The pause that runs today: nothing is due, and nobody is reminded."""
        pause = read_pause(queries.preferences()["pause"])
        return pause if pause and runs(pause, self.diary.entries, today=self.today) else None

    @property
    def operation_due(self) -> bool:
        """The day of a planned operation has come, and nobody has told how it went."""
        return self.screened is not None and journey.operation_due(self.screened.intake, today=self.today)

    @cached_property
    def opened(self) -> Reason | None:
        """Weeks after a fusion have opened more than this plan holds."""
        if self.plan is None or self.screened is None:
            return None
        return journey.opened_since(self.plan, self.screened.intake, today=self.today)

    @property
    def is_fused(self) -> bool:
        """Somebody with a fusion finds the way after it, and its own safety question, from here."""
        return self.plan is not None and any(surgery.what == "lumbar-fusion" for surgery in self.plan.intake.surgeries)

    @property
    def asked_on(self) -> date | None:
        """When the safety questions were last answered, on the way in or since."""
        told = [entry.on for entry in self.diary.entries if entry.answers]
        return max([*told, *([self.screened.on] if self.screened else [])], default=None)

    @property
    def must_ask_again(self) -> bool:
        """Sharp pain came twice in one session, and the safety questions have not been answered since."""
        return self.watch is not None and self.watch.ask_again

    @property
    def check_is_due(self) -> bool:
        """Once a week: anything new?"""
        return journey.check_is_due(self.asked_on, today=self.today)

    @property
    def morning_is_open(self) -> bool:
        """Yesterday had movement and nobody has said how the morning after was."""
        return journey.morning_is_open(self.diary, today=self.today)


def situation(today: date) -> Situation:
    """Read once, for one request."""
    diary, record = diary_on_record().diary, queries.current_plan()
    changes = changes_for(record, diary, today) if record else None
    watch = journey.watch(record.plan, diary, today=today) if record else None
    return Situation(today=today, screened=queries.screened(), record=record, diary=diary, changes=changes, watch=watch)


def changes_for(record: queries.PlanOnRecord, diary: Diary, today: date) -> Changes:
    """What adaptation makes of this plan and this diary, thought over once: by the log that keeps an entry, for the page that
    is shown next. Plans are known by their row (versions begin anew after "delete everything"), diaries by what they say."""
    key = (record.row, today, spoken())
    for asked, known, changes in _Thought.latest:
        if asked == key and known == diary:
            return changes
    changes = journey.adapt(record.plan, diary, today=today)
    _Thought.latest = ((key, diary, changes), *_Thought.latest[:1])
    return changes


class _Thought:
    """The latest two answers of this process: before an entry and after it."""

    latest: tuple[tuple[tuple[int, date, str], Diary, Changes], ...] = ()


def forget() -> None:
    """Drop what this process has thought and drawn."""
    _Thought.latest = ()
    page_cache.forget()
