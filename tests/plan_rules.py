"""Every rule of plan/1, read from the plan alone: what this finds is a broken promise, whoever planned.

Nothing here uses the planner: the sums are made again from the catalogue and the intake.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from fractions import Fraction
from itertools import pairwise
from math import ceil

from psoas.assessment.profile import Profile
from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.demands import closed_by
from psoas.planning.exclusion import LEFT_OUT_BY_CHOICE
from psoas.planning.plan import Day, Exclusion, Item, Plan, Session
from psoas.screening.clearance import Clearance
from psoas.vocabulary.dates import WEEKDAYS

FOCUS = [
    ("morning-mobilisation", "micro-breaks"),
    ("core-basics",),
    ("hip-strength",),
    ("cardio",),
    ("dynamic",),
    ("evening-release",),
    ("challenge",),
    ("ergonomics-and-stress",),
]
LEVELS = {"feet": 0, "chair": 1, "bed": 2, "floor": 3}
WALKS = {"walking", "indoor-walk", "walk-with-rests"}
ENDURANCE = {"walking", "cardio"}
SHORT_FINDING = {
    "hip-extension": "hip-extension-restriction",
    "hip-flexion": "hip-flexion-restriction",
    "hip-internal-rotation": "hip-rotation-restriction",
    "hip-external-rotation": "hip-rotation-restriction",
    "straight-leg-raise": "hamstring-restriction",
}


def broken(plan: Plan, *, clearance: Clearance, catalogue: Catalogue, profile: Profile | None = None) -> list[str]:
    """Each broken rule in one line; an empty list is a good plan."""
    reader = Reader(plan, clearance, catalogue, profile)
    checks = [reader.calendar, reader.items, reader.minutes, reader.openness, reader.told, reader.breaks, reader.drills]
    checks += [reader.walks, reader.order, reader.stretch, reader.stays, reader.sides, reader.findings, reader.rises]
    if plan.clearance.scope == "restricted":
        checks += [reader.restricted]
    else:
        checks += [reader.focus, reader.strength, reader.cardio, reader.balance, reader.light, reader.pain]
        checks += [reader.patterns, reader.steps, reader.places, reader.themes]
    return [problem for check in checks for problem in check()]


class Reader:
    def __init__(self, plan: Plan, clearance: Clearance, catalogue: Catalogue, profile: Profile | None) -> None:
        self.plan = plan
        self.clearance = clearance
        self.exercises = catalogue.exercises
        self.profile = profile
        self.days = [day for week in plan.weeks for day in week.days]
        self.age = plan.start.year - plan.intake.born

    def sessions(self) -> Iterator[tuple[Day, Session]]:
        for day in self.days:
            for session in day.sessions:
                yield day, session

    def all_items(self) -> Iterator[tuple[Day, Session, Item]]:
        for day, session in self.sessions():
            for item in session.items:
                yield day, session, item

    def used(self) -> set[str]:
        return {i.exercise for _, _, i in self.all_items()} | {b.exercise for d in self.days for b in d.micro_breaks}

    def calendar(self) -> Iterator[str]:
        expected = [self.plan.start + timedelta(days=n) for n in range(56)]
        if [day.date for day in self.days] != expected or [week.number for week in self.plan.weeks] != list(range(1, 9)):
            yield "not eight weeks of seven days from the start"

    def focus(self) -> Iterator[str]:
        if [week.focus for week in self.plan.weeks] != FOCUS:
            yield "focus"

    def items(self) -> Iterator[str]:
        for day, session, item in self.all_items():
            exercise = self.exercises[item.exercise]
            if (item.side == "both") is (exercise.sides == "each"):
                yield f"{day.date} {item.exercise}: side {item.side}"
            if item.reps < 1 or item.sets < 1 or (item.hold_s is not None and item.hold_s < 1):
                yield f"{day.date} {item.exercise}: dose"
            if exercise.sides == "each" and {i.side for i in session.items if i.exercise == item.exercise} != {
                "left",
                "right",
            }:
                yield f"{day.date} {item.exercise}: one side only"
            if item.load is not None and (item.load.kg is None) is (item.load.band is None):
                yield f"{day.date} {item.exercise}: load"
            if exercise.role in {"walking", "cardio", "breathing"} and (item.sets, item.reps) != (1, 1):
                yield f"{day.date} {item.exercise}: a bout is one set of one"
            yield from self._range(item)

    def _range(self, item: Item) -> Iterator[str]:
        dose = self.exercises[item.exercise].dose
        over = item.sets > dose.sets.high or item.reps > dose.reps.high
        if over or (dose.hold_s and item.hold_s and item.hold_s > dose.hold_s.high):
            yield f"{item.exercise}: beyond its range"
        if (item.hold_s is None) is (dose.hold_s is not None):
            yield f"{item.exercise}: hold and range disagree"

    def minutes(self) -> Iterator[str]:
        for day, session in self.sessions():
            if session.minutes != self.minutes_of(session):
                yield f"{day.date} {session.kind}: {session.minutes} is not {self.minutes_of(session)} minutes"
        for day in self.days:
            if self.counted(day) > self.plan.intake.minutes_per_day:
                yield f"{day.date}: {self.counted(day)} minutes"
            walked = sum(item.hold_s or 0 for session in day.sessions if session.kind in ENDURANCE for item in session.items)
            if walked > 60 * self.given_to_walking():
                yield f"{day.date}: {walked} s of walking and cardio"

    def minutes_of(self, session: Session) -> int:
        seconds, down = Fraction(0), False
        for item in session.items:
            exercise = self.exercises[item.exercise]
            each = Fraction(item.hold_s) if item.hold_s is not None else Fraction(exercise.tempo_s)
            seconds += item.sets * item.reps * each + (item.sets - 1) * item.rest_s + 15
            floor = exercise.demands.surface == "floor"
            seconds += 60 * (floor != down)
            down = floor
        return ceil((seconds + 60 * down) / 60)

    def given_to_walking(self) -> int:
        given = self.plan.intake.cardio_minutes
        return 20 if given is None else given

    def counted(self, day: Day) -> int:
        return sum(session.minutes for session in day.sessions if session.kind not in {"cardio", "walking"})

    def openness(self) -> Iterator[str]:
        for name in sorted(self.used()):
            exercise = self.exercises[name]
            if closed_by(name, exercise.demands, self.clearance.limits):
                yield f"{name} is closed"
            if missing := set(exercise.equipment) - set(self.plan.intake.equipment):
                yield f"{name} needs {missing}"

    def told(self) -> Iterator[str]:
        left_out = [exclusion.exercise for exclusion in self.plan.excluded]
        if sorted(left_out) != sorted(set(self.exercises) - self.used()):
            yield "used and left out do not make up the catalogue"
        if any(not exclusion.because for exclusion in self.plan.excluded) or any(
            not i.because for _, _, i in self.all_items()
        ):
            yield "something does not say why"

    def drills(self) -> Iterator[str]:
        roles = (
            {"breathing", "mobility", "practice", "strength"}
            if self.plan.clearance.scope == "restricted"
            else {"mobility", "practice"}
        )
        possible = any(self.exercises[name].role in {"mobility", "practice"} for name in self.used())
        for day in self.days:
            here = {self.exercises[item.exercise].role for session in day.sessions for item in session.items}
            if not here & (roles if possible else roles | {"breathing"}):
                yield f"{day.date}: no drill"

    def walks(self) -> Iterator[str]:
        """Each day walks or has structured cardio, never both; a bout and a week grow by a fifth or five minutes at most."""
        bouts, weekly = [], []
        for week in self.plan.weeks:
            held = [i.hold_s or 0 for d in week.days for s in d.sessions if s.kind in ENDURANCE for i in s.items]
            bouts.append(max(held, default=0))
            weekly.append(sum(held))
            for day in week.days:
                kinds = {session.kind for session in day.sessions} & ENDURANCE
                if len(kinds) != 1 and (kinds or self._may_walk()):
                    yield f"{day.date}: {sorted(kinds) or 'no walk'}"
        for name, seconds in (("a bout", bouts), ("a week", weekly)):
            for before, after in pairwise(seconds):
                if before and after > max(1.2 * before, before + 300):
                    yield f"{name} of walking grows from {before} to {after}"

    def _may_walk(self) -> bool:
        open_ = WALKS - self._closed() - {left.exercise for left in self.plan.excluded if self._closes(left)}
        return bool(open_) and self.given_to_walking() > 0

    def _closes(self, left: Exclusion) -> bool:
        return not {why.id for why in left.because} <= {"another-walk", "restricted", "no-minutes-to-walk"}

    def _closed(self) -> set[str]:
        return {name for name in self.exercises if closed_by(name, self.exercises[name].demands, self.clearance.limits)}

    def order(self) -> Iterator[str]:
        for day, session in self.sessions():
            surfaces = [self.exercises[item.exercise].demands.surface for item in session.items]
            ranks = [LEVELS[surface] for surface in surfaces]
            if ranks != sorted(ranks):
                yield f"{day.date} {session.kind}: levels {surfaces}"
            for item in session.items if {"bed", "floor"} <= set(surfaces) else ():
                exercise = self.exercises[item.exercise]
                if exercise.demands.surface == "bed" and "floor" not in {variant.where for variant in exercise.variants}:
                    yield f"{day.date}: {item.exercise} cannot be done on the mat"
            if session.part_of_day == "morning" and any(not self.exercises[i.exercise].first_hour for i in session.items):
                yield f"{day.date}: first hour"

    def stretch(self) -> Iterator[str]:
        for day, session in self.sessions():
            volume: Counter[str] = Counter()
            for item in session.items:
                exercise = self.exercises[item.exercise]
                for muscle in exercise.targets.muscles if exercise.role == "mobility" else ():
                    volume[muscle] += item.sets * item.reps * int(item.hold_s or exercise.tempo_s)
            if volume and max(volume.values()) > 240:
                yield f"{day.date}: {volume.most_common(1)} in one session"

    def stays(self) -> Iterator[str]:
        weeks: dict[str, set[int]] = {}
        for week in self.plan.weeks:
            for day in week.days:
                for session in day.sessions:
                    for item in session.items:
                        weeks.setdefault(item.exercise, set()).add(week.number)
        for name, present in weeks.items():
            if any(number - 1 not in present and number + 1 not in present for number in present):
                yield f"{name} stays less than two weeks: {sorted(present)}"

    def breaks(self) -> Iterator[str]:
        every = self.plan.intake.breaks_every or 45
        for day in self.days:
            windows = self._windows(day)
            times = [_min(pause.at) for pause in day.micro_breaks]
            for at in times:
                if not any(start <= at <= end for start, end in windows):
                    yield f"{day.date}: a break at {at} outside sitting"
            if times != sorted(set(times)) or any(after - before < 30 for before, after in pairwise(times)):
                yield f"{day.date}: breaks {times}"
            if len(windows) == 1 and windows[0][1] - windows[0][0] >= every:
                yield from self._one_window(times, windows[0], day, every)
            if len({pause.exercise for pause in day.micro_breaks}) > 4:
                yield f"{day.date}: more than four movements in the breaks"
            yield from self._turns(day)

    def _windows(self, day: Day) -> list[tuple[int, int]]:
        """Minutes of sitting of this day, from its midnight: an evening before may reach into it."""
        found = []
        for shift in (-1, 0, 1):
            weekday = WEEKDAYS[(day.date.weekday() + shift) % 7]
            for window in self.plan.intake.sitting:
                start, end = _min(window.from_), _min(window.to)
                end += 1440 if end < start else 0
                if weekday in window.days and end + 1440 * shift >= -1:
                    found.append((start + 1440 * shift, end + 1440 * shift))
        joined: list[tuple[int, int]] = []
        for start, end in sorted(found):
            if joined and start <= joined[-1][1] + 1:
                joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
            else:
                joined.append((start, end))
        return [(start, end) for start, end in joined if start < 1440 and end >= 0]

    def _one_window(self, times: list[int], window: tuple[int, int], day: Day, every: int) -> Iterator[str]:
        inside = [at for at in range(window[0] + every, window[1] + 1, every) if 0 <= at < 1440]
        if times != inside and window[1] < 1439:
            yield f"{day.date}: breaks {times} in {window}, every {every} minutes"

    def _turns(self, day: Day) -> Iterator[str]:
        several = len({pause.exercise for other in self.days for pause in other.micro_breaks}) > 1
        for before, after in pairwise(day.micro_breaks):
            if several and before.exercise == after.exercise:
                yield f"{day.date}: {after.exercise} twice running"
        for pause in day.micro_breaks:
            exercise = self.exercises[pause.exercise]
            if not exercise.micro_break and exercise.role != "walking":
                yield f"{pause.exercise} is no break"

    def strength(self) -> Iterator[str]:
        dates = [day.date for day, session in self.sessions() if session.kind == "strength"]
        if any((date - self.plan.start).days < 7 for date in dates):
            yield "strength before week 2"
        if any((after - before).days < 2 for before, after in pairwise(dates)):
            yield "strength two days running, or twice a day"
        if any(WEEKDAYS[date.weekday()] not in self.plan.intake.training_days for date in dates):
            yield "strength outside training days"
        if any(count > 3 for count in Counter((date - self.plan.start).days // 7 for date in dates).values()):
            yield "strength more than three times a week"
        for day, session, item in self.all_items():
            if self.exercises[item.exercise].role == "strength" and session.kind != "strength":
                yield f"{day.date}: {item.exercise} in a {session.kind} session"

    def cardio(self) -> Iterator[str]:
        rides_early = "spinal-stenosis" in self.plan.intake.conditions and "bike" in self.plan.intake.equipment
        for week in self.plan.weeks:
            dates = [day.date for day in week.days for session in day.sessions if session.kind == "cardio"]
            wanted = min(4, len(set(self.plan.intake.training_days))) if week.number >= 4 or (rides_early and dates) else 0
            if not self._may_walk() and not dates:
                continue
            if len(dates) != wanted or any(WEEKDAYS[d.weekday()] not in self.plan.intake.training_days for d in dates):
                yield f"week {week.number}: cardio on {dates}"

    def balance(self) -> Iterator[str]:
        """For those who need it: on every training day from ten minutes a day on, with fall risk on three days of any week."""
        fused = any(surgery.what == "lumbar-fusion" for surgery in self.plan.intake.surgeries)
        risk = any(limit.id == "high-fall-risk" for limit in self.clearance.limits)
        open_ = {n for n, e in self.exercises.items() if e.role == "balance"} - self._closed()
        said = {x.exercise for x in self.plan.excluded if any(why.id == "no-room" for why in x.because)}
        has = any(session.kind == "balance" for _, session in self.sessions())
        if (self.age > 60 or fused or risk) and open_ and not has and not said & open_:
            yield "no balance and no reason"
        for week in self.plan.weeks if has and (self.age > 60 or fused or risk) else ():
            days = [day for day in week.days if any(session.kind == "balance" for session in day.sessions)]
            missing = [
                d.date for d in week.days if d not in days and WEEKDAYS[d.date.weekday()] in self.plan.intake.training_days
            ]
            if missing and self.plan.intake.minutes_per_day >= 10:
                yield f"week {week.number}: no balance on {missing}"
            if risk and len(days) < 3:
                yield f"week {week.number}: balance on {len(days)} days with fall risk"

    def rises(self) -> Iterator[str]:
        """Strength and balance: what was prescribed is the least for the same exercise and side from then on."""
        last: dict[tuple[str, str], int] = {}
        for day, _, item in self.all_items():
            if self.exercises[item.exercise].role in {"strength", "balance"}:
                given, place = item.dose.amount, (item.exercise, item.side)
                if given < last.get(place, 0):
                    yield f"{day.date} {item.exercise}: {given} after {last[place]}"
                last[place] = given

    def patterns(self) -> Iterator[str]:
        """A main pattern keeps its days, one dose a week, two sets or more by week 4, and grows a fifth a week at most."""
        for pattern in sorted({e.pattern for e in self.exercises.values() if e.pattern}):
            loads, days = [], []
            for week in self.plan.weeks:
                items = [
                    (day.date, i)
                    for day in week.days
                    for session in day.sessions
                    if session.kind == "strength"
                    for i in session.items
                    if self.exercises[i.exercise].pattern == pattern
                ]
                loads.append(sum(i.sets * i.reps * (i.hold_s or self.exercises[i.exercise].tempo_s) for _, i in items))
                days.append(len({on for on, _ in items}))
                if len({i.exercise for _, i in items}) > 1 or len({i.dose.amount for _, i in items}) > 1:
                    yield f"week {week.number}: {pattern} in two ways"
                few = [i for _, i in items if i.sets < 2 and self.exercises[i.exercise].dose.sets.low > 1]
                if week.number >= 4 and few and self.plan.intake.pain.average_week < 6:
                    yield f"week {week.number}: {few[0].exercise} in one set"
            if len(set(days) - {0}) > 1 or max(days) > 3:
                yield f"{pattern} on {days} days"
            for number, (before, after) in enumerate(pairwise(loads), 2):
                if before and not before <= after * 1.34:
                    yield f"week {number}: {pattern} falls from {before} to {after}"
                if before and after > 1.2 * before + 0.01:
                    yield f"week {number}: {pattern} grows from {before} to {after}"

    def steps(self) -> Iterator[str]:
        """The low step and the high one never stand side by side."""
        for week in self.plan.weeks:
            items = {item.exercise for day in week.days for session in day.sessions for item in session.items}
            if {"step-up-low", "step-up"} <= items:
                yield f"week {week.number}: a low step and a high one"

    def places(self) -> Iterator[str]:
        """What is strength in a week is no drill of another session: one movement, one dose."""
        for week in self.plan.weeks:
            found: dict[bool, set[str]] = {True: set(), False: set()}
            for session in (session for day in week.days for session in day.sessions):
                found[session.kind == "strength"] |= {item.exercise for item in session.items}
            for name in sorted(found[True] & found[False]):
                yield f"week {week.number}: {name} as strength and as a drill"

    def themes(self) -> Iterator[str]:
        """Week 4 cardio, week 6 evenings, week 8 a habit that was not there and no other new load."""
        for week in self.plan.weeks[5:]:
            evenings = [
                day.date
                for day in week.days
                if any(s.part_of_day == "evening" and s.kind in {"release", "mobility"} for s in day.sessions)
            ]
            said = {why.id for left in self.plan.excluded for why in left.because}
            if len(evenings) < 5 and "no-room" not in said:
                yield f"week {week.number}: evenings on {evenings}"
        known = {habit for week in self.plan.weeks[:7] for day in week.days for habit in day.habits}
        for day in self.plan.weeks[7].days:
            if not set(day.habits) - known:
                yield f"{day.date}: no new habit in week 8"
        doses = [
            {(i.exercise, i.side): i.dose for day in week.days for s in day.sessions if s.kind == "strength" for i in s.items}
            for week in self.plan.weeks[6:]
        ]
        if doses[0] != doses[1]:
            yield "week 8 brings a new load"

    def light(self) -> Iterator[str]:
        for week in self.plan.weeks:
            on = [self.counted(d) for d in week.days if WEEKDAYS[d.date.weekday()] in self.plan.intake.training_days]
            off = [self.counted(d) for d in week.days if WEEKDAYS[d.date.weekday()] not in self.plan.intake.training_days]
            if off and max(off) > max(on):
                yield f"week {week.number}: light days {off} against {on}"

    def pain(self) -> Iterator[str]:
        if self.plan.intake.pain.average_week < 6:
            return
        closed = self._closed() | {left.exercise for left in self.plan.excluded if self._is_closed(left)}
        open_ = {n for n, e in self.exercises.items() if set(e.equipment) <= set(self.plan.intake.equipment)} - closed
        begun: set[str] = set()
        for week in self.plan.weeks[:4]:
            items = [i for day in week.days for session in day.sessions for i in session.items]
            for name in sorted({i.exercise for i in items} - WALKS - {"breathing"}):
                if self.exercises[name].easier in open_:
                    yield f"week {week.number}: {name} is not the easiest rung"
            for item in items:
                if item.exercise not in begun and item.sets > max(1, self.exercises[item.exercise].dose.sets.low // 2):
                    yield f"{item.exercise}: begins with {item.sets} sets with high pain"
            begun |= {item.exercise for item in items}

    def _is_closed(self, left: Exclusion) -> bool:
        return bool({why.id for why in left.because} - LEFT_OUT_BY_CHOICE)

    def restricted(self) -> Iterator[str]:
        if any(week.focus for week in self.plan.weeks):
            yield "a focus in a restricted plan"
        if any(session.kind in {"strength", "cardio"} for _, session in self.sessions()):
            yield "strength or cardio in a restricted plan"
        if any(pause.exercise not in WALKS for day in self.days for pause in day.micro_breaks):
            yield "a break that is no walk"

    def sides(self) -> Iterator[str]:
        """A short side gets a fifth more seconds of its finding's drills, or better, in every week in which they appear."""
        motions = self.profile.motions if self.profile else ()
        short = {(motion.measure, motion.side) for motion in motions if motion.short}
        for measure, side in sorted(short):
            other = {"left": "right", "right": "left"}.get(side)
            if measure not in SHORT_FINDING or any(with_ == other for _, with_ in short):
                continue
            for week in self.plan.weeks:
                spent = self._seconds(week.days, SHORT_FINDING[measure])
                if sum(spent.values()) and spent[side] < 1.2 * spent[str(other)]:
                    yield f"week {week.number}: {measure} {side} gets {spent}"

    def _seconds(self, days: tuple[Day, ...], finding: str) -> Counter[str]:
        spent: Counter[str] = Counter()
        for item in (item for day in days for session in day.sessions for item in session.items):
            exercise = self.exercises[item.exercise]
            if finding in exercise.targets.answers and exercise.role == "mobility" and item.side != "both":
                spent[item.side] += item.sets * item.reps * int(item.hold_s or exercise.tempo_s)
        return spent

    def findings(self) -> Iterator[str]:
        wanted = {f for found in (self.profile.findings if self.profile else ()) for f in found.points_to}
        wanted |= {
            SHORT_FINDING[m.measure]
            for m in (self.profile.motions if self.profile else ())
            if m.short and m.measure in SHORT_FINDING
        }
        answered = {f for name in self.used() for f in self.exercises[name].targets.answers}
        for finding in sorted(wanted - answered):
            answers = {name for name, e in self.exercises.items() if finding in e.targets.answers}
            if not answers <= {exclusion.exercise for exclusion in self.plan.excluded}:
                yield f"{finding}: no drill and no reason"


def _min(time: str) -> int:
    return int(time[:2]) * 60 + int(time[3:])
