"""Folding the offers into a programme: each is taken where every week of its stay still holds all entries at their least dose.

Offers come in order of priority, so what finds no room is what matters least; it is remembered as such. Main patterns are
taken in three passes, so that many are trained before one is trained much:

    two days each       with doses that grow a little (DOSE-9: 2-3 days a week)
    once a week         those that two days have no room for: fewer patterns a day, in turn, never crumbs
    more                doses that grow to the top, then a third day
"""

from collections.abc import Iterable
from fractions import Fraction
from itertools import combinations

from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.entries import Exercise, Finding, Pattern, Role
from psoas.planning.course import Step, course_of
from psoas.planning.eligible import Eligible
from psoas.planning.greedy import place_all, strength_minutes
from psoas.planning.infeasible import PlanInfeasible
from psoas.planning.ladder import DYNAMIC_WEEK, climbing_roles
from psoas.planning.offers import (
    CALM,
    CAREFUL,
    CORE_WEEK,
    DRILL_ROLES,
    EVENINGS,
    FEW_MINUTES,
    GETTING_DOWN,
    GUESTS,
    LATE,
    NEED_WORTH,
    ON_ONE_LEG,
    RESTRICTED,
    STRENGTH_WORTH,
    STRETCH_WORTH,
    STRETCHES,
    Offer,
    finding_offers,
    first_offers,
    leftover_offers,
    patterns_for,
    roles_for,
    special_offers,
)
from psoas.planning.options import Option, option_of, options_of
from psoas.planning.person import Person
from psoas.planning.plan import WEEKS, Why
from psoas.planning.programme import Entry, Programme
from psoas.planning.reason import why
from psoas.planning.rhythm import (
    FIRST_EVENING_WEEK,
    KINDS,
    LEAST_BALANCE_DAYS,
    STRENGTH_KINDS,
    DayKind,
    Rhythm,
    balance_days,
    evening_days,
)
from psoas.planning.short_side import may_favour, short_side_of, side_left_out
from psoas.planning.standing import Standing
from psoas.planning.week import ROUND_TRIP_S, Candidate, Slot
from psoas.vocabulary.body import Side

DAILY_ANSWER_MINUTES = 15
"""From here on the drill of every day is one that answers a finding (opinion)."""
PATTERN_DAYS, MOST_PATTERN_DAYS = 2, 3
A_LITTLE = Fraction(5, 4)
"""How far a dose grows in the first pass: a quarter over the weeks."""
ROOMS: tuple[Fraction | None, ...] = (Fraction(3, 2), Fraction(2), None)
HEAVIEST_WEEKS = (1, 4, 6, 8)
"""Doses never fall and entries only join at the borders between these, so that what fits in them fits in the others."""
RESTING = frozenset({"breathing", "walking", "cardio"})
LEAST_STAY = 2


def compose(
    person: Person, rhythm: Rhythm, *, open_: tuple[str, ...], catalogue: Catalogue, standing: Standing | None = None
) -> Programme:
    """Everything the person gets, or PlanInfeasible when not even one drill fits."""
    eligible = Eligible(person, open_=open_, catalogue=catalogue)
    composer = _Composer(eligible, rhythm, standing=standing or Standing())
    composer.fold()
    side = None if person.restricted else side_left_out(tuple(composer.entries), person, catalogue=catalogue)
    if side is not None:
        composer = _Composer(eligible, rhythm, standing=standing or Standing(), short_hip=side)
        composer.fold()
    return composer.programme()


class _Composer:
    """The programme while it is folded."""

    def __init__(self, eligible: Eligible, rhythm: Rhythm, *, standing: Standing, short_hip: Side | None = None) -> None:
        self.eligible = eligible
        self.person = eligible.person
        self.catalogue = eligible.catalogue
        self.rhythm = rhythm
        self.standing = standing
        self.short_hip = short_hip
        self.entries: list[Entry] = []
        self.groups: set[str] = set()
        self.no_room: set[str] = set()
        self.light_cap = rhythm.cap("light")
        self.balance_on: frozenset[DayKind] = frozenset()
        self.evening_on: frozenset[DayKind] = frozenset()
        self.turns = 0
        self._options: dict[tuple[str, int], tuple[Option, ...]] = {}

    def programme(self) -> Programme:
        return Programme(
            person=self.person,
            rhythm=self.rhythm,
            entries=tuple(self.entries),
            light_cap=self.light_cap,
            balance_on=self.balance_on,
            evening_on=self.evening_on,
            short_hip=self.short_hip,
            no_room=frozenset(self.no_room - {entry.exercise for entry in self.entries}),
        )

    def fold(self) -> None:
        """All offers, in order."""
        if self.person.restricted:
            self._take_restricted()
            return
        self._take_all(first_offers(self.person))
        if self.person.fall_risk:
            self._take_balance()
        self._take_all(finding_offers(self.person))
        self._take_balance()
        self._take_short_hip()
        self._take_evenings()
        self._take_all(special_offers(self.person))
        self._take_all(ON_ONE_LEG)
        self._take_patterns()
        self._climb(frozenset({"mobility"}))
        self._take_all((*leftover_offers(self.person), *CAREFUL))
        if self._has_slot("evening"):
            self._take_all(EVENINGS[2:])
        self._take_all(STRETCHES)
        self._enlarge_patterns()
        self._take_all(CALM)
        self._climb(climbing_roles(self.person))
        self._take_all((*(LATE if self._has_slot("evening") else ()), *GETTING_DOWN, *GUESTS))

    # one offer

    def _take_all(self, offers: Iterable[Offer]) -> None:
        for offer in offers:
            if offer.to(self.person) and not self._is_done(offer):
                self._take(offer)

    def _take(self, offer: Offer) -> bool:
        """The first of the fitting ones, as many as the offer asks for."""
        taken = 0
        for exercise in self._fitting(offer):
            if taken < offer.most and self._accept(offer, exercise):
                taken += 1
        if not taken and offer.grows_light_days and self._grow_light_days(all_of_it=offer.needed):
            return self._take(offer)
        if not taken and offer.needed:
            self._refuse()
        if taken and offer.group:
            self.groups.add(offer.group)
        return bool(taken)

    def _refuse(self) -> None:
        if any(exercise.role not in {"walking", "cardio"} for exercise in self.eligible.within(1)):
            raise PlanInfeasible("minutes_per_day", "no open drill is short enough for these minutes; a few more would do")
        raise PlanInfeasible("avoid", "no drill at all is open; ask a clinician what you may do, or avoid less")

    def _grow_light_days(self, *, all_of_it: bool) -> bool:
        """Light days stay shorter than the others, but for the day's drill."""
        most = self.person.minutes if all_of_it else self.person.minutes - 1
        if self.light_cap >= most:
            return False
        self.light_cap = min(most, self.light_cap + max(1, self.person.minutes // 5))
        return True

    def _is_done(self, offer: Offer) -> bool:
        if offer.group in self.groups:
            return True
        return offer.group is not None and offer.need is not None and self._is_answered(offer.need.finding, offer.group)

    def _is_answered(self, finding: Finding, group: str) -> bool:
        if not group.startswith("finding-"):
            return False
        known = (self.catalogue.exercises[entry.exercise] for entry in self.entries)
        return any(finding in e.targets.answers and e.role in roles_for(finding) | DRILL_ROLES for e in known)

    def _fitting(self, offer: Offer) -> list[Exercise]:
        """What the offer means, best first."""
        every = self.person.restricted or offer.beyond
        pool = self.eligible.exercises if every else self.eligible.within(offer.week)
        if offer.slot == "breathing":
            pool = [e for e in self.eligible.exercises if e.role == "breathing"]
        found = [exercise for exercise in pool if self._means(offer, exercise)]
        if offer.exercises:
            found.sort(key=lambda exercise: offer.exercises.index(exercise.id))
        if offer.shortest_first:
            found.sort(key=lambda exercise: self._cost(exercise, offer.week))
        if offer.late_first:
            found.sort(key=lambda exercise: exercise.first_hour)
        if offer.need is not None and offer.need.short_side is not None:
            found.sort(key=lambda exercise: exercise.sides == "both")
        return found

    def _means(self, offer: Offer, exercise: Exercise) -> bool:
        """Is it one of those the offer speaks of, not there yet, with a place in its session?"""
        if self._has(exercise.id) or (offer.once_a_family and self._has_family(exercise)):
            return False
        if offer.reason == "variety" and exercise.id in self.no_room:
            return False
        return (
            (not offer.exercises or exercise.id in offer.exercises)
            and (not offer.roles or exercise.role in offer.roles)
            and (not offer.families or exercise.family in offer.families)
            and (offer.need is None or offer.need.finding in exercise.targets.answers)
            and exercise.role not in {"walking", "cardio"}
            and (exercise.role != "breathing" or offer.slot == "breathing" or offer.needed)
            and self._slot(offer, exercise) is not None
            and not (offer.slot == "evening" and self._is_morning_only(exercise))
        )

    def _is_morning_only(self, exercise: Exercise) -> bool:
        return any(exercise.id in need.mornings for need in self.person.special)

    def _slot(self, offer: Offer, exercise: Exercise) -> Slot | None:
        """The session an exercise stands in: by its role; drills in the session of the offer."""
        by_role: dict[Role, Slot] = {
            "breathing": "breathing",
            "balance": "balance",
            "release": "evening",
            "strength": "strength",
        }
        if self.person.restricted and exercise.role != "breathing":
            return "morning"
        slot = by_role.get(exercise.role, offer.slot)
        if exercise.role == "release" and offer.week < FIRST_EVENING_WEEK:
            return None
        if slot == "strength" and (offer.slot not in {"strength", "morning"} or not self.rhythm.strength):
            return None
        return slot if slot != "morning" or exercise.first_hour else None

    def _accept(self, offer: Offer, exercise: Exercise) -> bool:
        slot = self._slot(offer, exercise)
        if slot == "strength":
            return self._accept_course(offer, exercise)
        if slot is None:
            return False
        because = self._because(offer)
        entry = self._entry(exercise, slot, range(offer.week, offer.last + 1), worth=offer.worth, because=(because,))
        if not self._add([entry]):
            self.no_room.add(exercise.id)
            return False
        self.turns += entry.worth <= STRETCH_WORTH
        return True

    def _because(self, offer: Offer) -> Why:
        if offer.need is not None:
            return why("answers-finding", catalogue=self.catalogue, named=offer.need.finding, found=offer.need.says)
        special = {need.id: need for need in self.person.special}
        if offer.reason in special:
            return Why(id=offer.reason, says=special[offer.reason].says)
        return why(offer.reason, catalogue=self.catalogue)

    # entries

    def _entry(
        self,
        exercise: Exercise,
        slot: Slot,
        weeks: range,
        *,
        worth: int,
        because: tuple[Why, ...],
        never_on: tuple[DayKind, ...] = (),
    ) -> Entry:
        """A drill whose dose the weeks decide. Stretches for volume and variety stay away from one kind of light day each."""
        turn = worth <= STRETCH_WORTH and slot != "breathing" and bool(self.entries)
        away: DayKind | None = ("light" if self.turns % 2 else "light-b") if turn else None
        kinds = tuple(kind for kind in KINDS if kind != away and kind not in never_on)
        candidates = tuple(
            self._candidate(exercise, slot, worth, self._options_of(exercise, week), kinds=kinds) for week in weeks
        )
        return Entry(exercise=exercise.id, slot=slot, first=weeks[0], worth=worth, because=because, candidates=candidates)

    def _candidate(
        self,
        exercise: Exercise,
        slot: Slot,
        worth: int,
        options: tuple[Option, ...],
        *,
        kinds: tuple[DayKind, ...],
        fixed: bool = False,
    ) -> Candidate:
        return Candidate(
            exercise=exercise.id,
            slot=slot,
            options=options,
            worth=worth,
            drill=self._is_drill(slot, worth),
            stretch=exercise.role == "mobility",
            muscles=exercise.targets.muscles,
            surface=exercise.demands.surface,
            steady=exercise.role == "balance",
            kinds=kinds,
            fixed=fixed,
        )

    def _is_drill(self, slot: Slot, worth: int) -> bool:
        """What counts as the day's drill: from a quarter of an hour on what answers a finding, where the first one does."""
        if slot not in {"morning", "breathing"}:
            return False
        if slot == "breathing":
            return self._only_breathing()
        answering = self.entries[0].worth >= NEED_WORTH if self.entries else worth >= NEED_WORTH
        return worth >= NEED_WORTH or not (answering and self.person.minutes >= DAILY_ANSWER_MINUTES)

    def _only_breathing(self) -> bool:
        pool = self.eligible.exercises if self.person.restricted else self.eligible.within(1)
        return not any(e.role not in RESTING and (self.person.restricted or e.first_hour) for e in pool)

    def _cost(self, exercise: Exercise, week: int) -> int:
        """Seconds of the least dose, with the way to the floor and up again."""
        return self._options_of(exercise, week)[0].seconds + ROUND_TRIP_S * (exercise.demands.surface == "floor")

    def _options_of(self, exercise: Exercise, week: int) -> tuple[Option, ...]:
        key = (exercise.id, week)
        if key not in self._options:
            side = short_side_of(exercise, self.person, short_hip=self.short_hip)
            self._options[key] = options_of(exercise, self.person, week=week, short_side=side)
        return self._options[key]

    def _add(self, new: list[Entry], *, without: Iterable[Entry] = ()) -> bool:
        """Take these on (in place of others) if every week of their stay still fits."""
        gone = list(without)
        entries = [*(entry for entry in self.entries if entry not in gone), *new]
        if not self._fits(entries, new):
            return False
        self.entries = entries
        return True

    def _fits(self, entries: list[Entry], new: list[Entry]) -> bool:
        first, last = min(entry.first for entry in new), max(entry.last for entry in new)
        weeks = sorted({last, *(week for week in HEAVIEST_WEEKS if first <= week <= last)})
        trial = Programme(
            person=self.person,
            rhythm=self.rhythm,
            entries=tuple(entries),
            light_cap=self.light_cap,
            balance_on=self.balance_on,
            evening_on=self.evening_on,
        )
        return all(place_all(trial.task(week)) is not None for week in reversed(weeks))

    def _has(self, exercise: str) -> bool:
        return any(entry.exercise == exercise for entry in self.entries)

    def _has_family(self, exercise: Exercise) -> bool:
        known = (self.catalogue.exercises[entry.exercise] for entry in self.entries)
        return any(e.family == exercise.family and e.role == exercise.role for e in known)

    def _has_slot(self, slot: Slot) -> bool:
        return any(entry.slot == slot for entry in self.entries)

    # strength

    def _accept_course(self, offer: Offer, exercise: Exercise) -> bool:
        """A strength movement that is none of the main patterns: two days, else one."""
        if exercise.pattern is not None and self._entries_of(exercise.pattern):
            return False
        week = max(offer.week, exercise.week)
        because = (self._because(offer),)
        for days in range(min(PATTERN_DAYS, len(self.rhythm.strength)), 0, -1):
            if self._add_course(exercise, week, because, days=days):
                return True
        self.no_room.add(exercise.id)
        return False

    def _take_patterns(self) -> None:
        if not self.rhythm.strength:
            return
        most = min(PATTERN_DAYS, len(self.rhythm.strength))
        often = most if self.person.minutes >= FEW_MINUTES else 1
        waiting = [pattern for pattern in patterns_for(self.person) if not self._take_pattern(*pattern, days=often)]
        for pattern in waiting if often > 1 else ():
            self._take_pattern(*pattern, days=1)

    def _take_pattern(self, pattern: Pattern, week: int, *, days: int) -> bool:
        """The best rung that fits, from its week on; True also where it is there already or nothing of it is open."""
        if self._entries_of(pattern):
            return True
        rungs = self._rungs(pattern, week, lower_too=days == 1)
        for first, exercise in rungs:
            because = self._pattern_because(exercise, first, days)
            if self._add_course(exercise, first, because, days=days):
                return True
            self.no_room.add(exercise.id)
        return not rungs

    def _add_course(self, exercise: Exercise, week: int, because: tuple[Why, ...], *, days: int) -> bool:
        """On the emptiest days; where no room is left to grow, from the least dose."""
        for least, room in ((False, A_LITTLE), (True, A_LITTLE), (True, Fraction(1))):
            for on in self._days(days):
                if self._add(self._course(exercise, week, on, because, room=room, least=least)):
                    return True
        return False

    def _rungs(self, pattern: Pattern, week: int, *, lower_too: bool) -> list[tuple[int, Exercise]]:
        """Where this person may begin: on the rung already reached, else by readiness; later where nothing is open yet.

        `lower_too`: where minutes are few, a rung below in full sets is better than none.
        """
        reached = self.standing.rung_of(pattern, self.eligible.exercises)
        if reached is not None:
            return [(max(week, min(reached.week, DYNAMIC_WEEK)), reached)]
        best = self.eligible.rungs_of(pattern, week=week + 1)[:1]
        fuller = best and best[0].week > week and not self.person.gentle and self.eligible.rung(best[0]) > 0
        for first in (week + 1, week, DYNAMIC_WEEK) if fuller else (week, week + 1, DYNAMIC_WEEK):
            if rungs := self.eligible.rungs_of(pattern, week=first):
                level = self.eligible.rung(rungs[0])
                equal = [e for e in rungs if self.eligible.rung(e) == level]
                lower = [e for e in rungs if self.eligible.rung(e) < level and e.dose.sets.low > 1] if lower_too else []
                return [(first, exercise) for exercise in (*equal, *lower)]
        return []

    def _pattern_because(self, exercise: Exercise, week: int, days: int) -> tuple[Why, ...]:
        name = "core-basics" if week == CORE_WEEK else "hip-strength" if week < DYNAMIC_WEEK else "dynamic"
        special = {need.id: need for need in self.person.special if exercise.pattern in need.first}
        reasons = [need for need in self.person.needs if need.finding in exercise.targets.answers]
        found = [why("answers-finding", catalogue=self.catalogue, named=n.finding, found=n.says) for n in reasons[:1]]
        turn = [why("takes-turns", catalogue=self.catalogue)] if days == 1 and len(self.rhythm.strength) > 1 else []
        asked = [Why(id=need.id, says=need.says) for need in list(special.values())[:1]]
        return (*found, *asked, why(name, catalogue=self.catalogue), *turn)

    def _course(
        self,
        exercise: Exercise,
        week: int,
        on: tuple[DayKind, ...],
        because: tuple[Why, ...],
        *,
        room: Fraction | None,
        least: bool = False,
    ) -> list[Entry]:
        """One entry for each rung of the course."""
        begin = self.standing.dose_of(exercise)
        own = {entry.exercise for entry in self._entries_of(exercise.pattern)} if exercise.pattern else set()
        taken = {entry.exercise for entry in self.entries} - own
        steps = course_of(exercise, self.eligible, week=week, room=room, begin=begin, least=least, taken=taken)
        reached = (why("where-you-are", catalogue=self.catalogue),) if begin else ()
        names = dict.fromkeys(step.exercise for step in steps)
        return [self._rung([step for step in steps if step.exercise == name], on, (*because, *reached)) for name in names]

    def _rung(self, steps: list[Step], on: tuple[DayKind, ...], because: tuple[Why, ...]) -> Entry:
        exercise = self.catalogue.exercises[steps[0].exercise]
        later = steps[0].week >= DYNAMIC_WEEK and because[0].id != "dynamic"
        reasons = (*because, why("dynamic", catalogue=self.catalogue)) if later else because
        sides: tuple[Side, ...] = ("left", "right") if exercise.sides == "each" else ("both",)
        candidates = tuple(
            self._candidate(
                exercise,
                "strength",
                STRENGTH_WORTH,
                (option_of(exercise, tuple((side, step.dose) for side in sides)),),
                kinds=on,
                fixed=True,
            )
            for step in steps
        )
        return Entry(
            exercise=exercise.id,
            slot="strength",
            first=steps[0].week,
            worth=STRENGTH_WORTH,
            because=reasons,
            candidates=candidates,
        )

    def _days(self, count: int) -> list[tuple[DayKind, ...]]:
        """Sets of strength days, the emptiest first."""
        spent = strength_minutes(self.entries, WEEKS)
        sets = list(combinations(self.rhythm.strength_kinds, count))
        return sorted(sets, key=lambda on: (max(spent.get(kind, 0) for kind in on), sum(spent.get(kind, 0) for kind in on)))

    def _entries_of(self, pattern: Pattern) -> list[Entry]:
        return [
            entry
            for entry in self.entries
            if entry.slot == "strength" and self.catalogue.exercises[entry.exercise].pattern == pattern
        ]

    def _enlarge_patterns(self) -> None:
        """Doses of all grow a little further, then to the top, where there is room; then a third day joins."""
        patterns = [pattern for pattern, _ in patterns_for(self.person)]
        reached: dict[Pattern, Fraction | None] = dict.fromkeys(patterns, A_LITTLE)
        for room in ROOMS:
            for pattern in patterns:
                if self._enlarge(pattern, days=0, room=room):
                    reached[pattern] = room
        for pattern in patterns:
            self._enlarge(pattern, days=1, room=reached[pattern])

    def _enlarge(self, pattern: Pattern, *, days: int, room: Fraction | None) -> bool:
        """The same movement with more room to grow, or on more days."""
        old = self._entries_of(pattern)
        if not old:
            return False
        on = old[0].candidates[0].kinds
        more = [kind for kind in self.rhythm.strength_kinds if kind not in on][:days]
        if len(more) < days or len(on) + days > MOST_PATTERN_DAYS:
            return False
        exercise = self.catalogue.exercises[old[0].exercise]
        dropped = {"where-you-are", *(["takes-turns"] if more else [])}
        because = tuple(reason for reason in old[0].because if reason.id not in dropped)
        return self._add(self._course(exercise, old[0].first, (*on, *more), because, room=room), without=old)

    # rows that need more than a place

    def _take_restricted(self) -> None:
        """Breathing and the rows open at week 0, all along."""
        self._take_all(RESTRICTED)
        if not self.entries:
            self._refuse()

    def _take_balance(self) -> None:
        """On every training day where that fits, before strength fills them; with fall risk on three days of the week."""
        need = next((need for need in self.person.needs if need.finding == "balance"), None)
        if not self.person.balance or need is None or self._has_slot("balance"):
            return
        offer = Offer(reason="answers-finding", slot="balance", worth=NEED_WORTH, roles=frozenset({"balance"}), need=need)
        usual = self.light_cap
        for days in balance_days(self.rhythm, fall_risk=self.person.fall_risk):
            self.balance_on = days
            self.light_cap = max(usual, self.person.minutes - 1) if "light" in days else usual
            if self._take(offer):
                self._climb(frozenset({"balance"}))
                return

    def _take_evenings(self) -> None:
        """From week 6 on five days a week; where that has no room, on the days that have. Where steadiness needs practice and
        minutes are few, the evening leaves them to balance."""
        if self.person.fall_risk and self._balance_days() < LEAST_BALANCE_DAYS:
            self.no_room |= {e.id for e in self.eligible.within(FIRST_EVENING_WEEK) if e.role == "release"}
            return
        wanted = evening_days(self.rhythm)
        for kinds in (wanted, wanted - set(STRENGTH_KINDS)):
            self.evening_on = kinds
            if any(self._take(offer) for offer in EVENINGS[:2]):
                return
        self.evening_on = frozenset()

    def _take_short_hip(self) -> None:
        """A drill that can favour the short side, where none that answers it can."""
        known = [self.catalogue.exercises[entry.exercise] for entry in self.entries]
        if self.short_hip is None or any(may_favour(exercise) for exercise in known):
            return
        drills = tuple(e.id for e in self.eligible.within(1) if may_favour(e) and e.first_hour)
        if drills:
            self._take(Offer(reason="short-hip", slot="morning", worth=NEED_WORTH, exercises=drills, grows_light_days=True))

    def _balance_days(self) -> int:
        return sum(self.rhythm.count(kind, week=FIRST_EVENING_WEEK) for kind in self.balance_on)

    def _climb(self, roles: frozenset[Role]) -> None:
        """Week 5: what may climb goes one open rung up; where strength leaves no room for it, on the days without strength."""
        because = why("dynamic", catalogue=self.catalogue)
        for old in list(self.entries):
            exercise = self.catalogue.exercises[old.exercise]
            above = self.eligible.next_rung(exercise, week=DYNAMIC_WEEK)
            may = exercise.role in roles & climbing_roles(self.person) and old.slot in {"morning", "balance"}
            if old.slot == "balance" and self._balance_days() < LEAST_BALANCE_DAYS and self.person.fall_risk:
                continue
            if not may or above is None or above.role != exercise.role or above.break_only or self._has(above.id):
                continue
            if old.first > DYNAMIC_WEEK - LEAST_STAY or old.last != WEEKS or not (above.first_hour or old.slot != "morning"):
                continue
            weeks, reasons = range(DYNAMIC_WEEK, WEEKS + 1), (*old.because, because)
            new = self._entry(above, old.slot, weeks, worth=old.worth, because=reasons)
            if not self._add([old.until(DYNAMIC_WEEK), new], without=[old]) and exercise.role == "mobility":
                beside = self._entry(
                    above, old.slot, weeks, worth=old.worth, because=reasons, never_on=self.rhythm.strength_kinds
                )
                self._add([beside])
