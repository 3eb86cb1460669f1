"""Folding the offers into a programme, in order of priority: what finds no room is what matters least, and is remembered."""

from collections.abc import Iterable

from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.entries import Exercise, Finding, Role
from psoas.planning.current_doses import CurrentDoses
from psoas.planning.draft import Draft
from psoas.planning.eligibility import Eligibility
from psoas.planning.infeasibility import PlanInfeasible
from psoas.planning.ladder import DYNAMIC_WEEK, climbing_roles
from psoas.planning.maintenance import FRESH
from psoas.planning.offers import (
    CALM,
    CAREFUL,
    DRILL_ROLES,
    EVENINGS,
    GETTING_DOWN,
    GUESTS,
    LATE,
    NEED_WORTH,
    ON_ONE_LEG,
    RESTRICTED,
    STRETCH_WORTH,
    STRETCHES,
    Offer,
    favourite_offers,
    finding_offers,
    first_offers,
    leftover_offers,
    roles_for,
    special_offers,
)
from psoas.planning.patterns import PATTERN_DAYS, Patterns
from psoas.planning.person import Person
from psoas.planning.plan import WEEKS, Stage, Why
from psoas.planning.programme import Programme
from psoas.planning.reason import answers, why
from psoas.planning.rhythm import (
    FIRST_EVENING_WEEK,
    LEAST_BALANCE_DAYS,
    STRENGTH_KINDS,
    Rhythm,
    balance_days,
    evening_days,
)
from psoas.planning.short_side import may_favour, side_left_out
from psoas.planning.week_task import Slot

LEAST_STAY = 2


def compose(
    person: Person,
    rhythm: Rhythm,
    *,
    open_: tuple[str, ...],
    catalogue: Catalogue,
    standing: CurrentDoses | None = None,
    stage: Stage = "build",
) -> Programme:
    """Everything the person gets, or PlanInfeasible when not even one drill fits."""
    eligible = Eligibility(person, open_=open_, catalogue=catalogue)
    draft = _Composer(Draft(eligible, rhythm, standing=standing or CurrentDoses()), stage).fold()
    side = None if person.restricted else side_left_out(tuple(draft.entries), person, catalogue=catalogue)
    if side is not None:
        draft = _Composer(Draft(eligible, rhythm, standing=standing or CurrentDoses(), short_hip=side), stage).fold()
    return draft.programme()


class _Composer:
    """Takes the offers into a draft."""

    def __init__(self, draft: Draft, stage: Stage) -> None:
        self.draft = draft
        self.stage = stage
        self.patterns = Patterns(draft)

    def fold(self) -> Draft:
        """All offers, in order."""
        if self.draft.person.restricted:
            self._take_restricted()
        elif self.stage == "keep-well":
            self._take_what_keeps()
        else:
            self._take_everything()
        return self.draft

    def _take_everything(self) -> None:
        self._take_all(first_offers(self.draft.person))
        if self.draft.person.fall_risk:
            self._take_balance()
        self._take_all(finding_offers(self.draft.person))
        self._take_balance()
        self._take_short_hip()
        self._take_evenings()
        self._take_all(special_offers(self.draft.person))
        self._take_all(ON_ONE_LEG)
        self.patterns.take()
        self._climb(frozenset({"mobility"}))
        self._take_all((*leftover_offers(self.draft.person), *favourite_offers(self.draft.person), *CAREFUL))
        if self.draft.has_slot("evening"):
            self._take_all(EVENINGS[2:])
        self._take_all(STRETCHES)
        self.patterns.enlarge()
        self._take_all(CALM)
        self._climb(climbing_roles(self.draft.person))
        self._take_all((*(LATE if self.draft.has_slot("evening") else ()), *GETTING_DOWN, *GUESTS))

    def _take_what_keeps(self) -> None:
        """What was found and needs its drill, steadiness, strength, favourites, and something fresh."""
        self._take_all(first_offers(self.draft.person))
        self._take_balance()
        self._take_all(finding_offers(self.draft.person))
        self._take_short_hip()
        self._take_all(special_offers(self.draft.person))
        self.patterns.take()
        self._take_all((*leftover_offers(self.draft.person), *favourite_offers(self.draft.person), *CAREFUL))
        self.patterns.enlarge()
        self._take_all(FRESH)

    def _take_all(self, offers: Iterable[Offer]) -> None:
        for offer in offers:
            if offer.to(self.draft.person) and not self._is_done(offer):
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
            self.draft.groups.add(offer.group)
        return bool(taken)

    def _refuse(self) -> None:
        if any(exercise.role not in {"walking", "cardio"} for exercise in self.draft.eligible.within(1)):
            raise PlanInfeasible("minutes_per_day", "no open drill is short enough for these minutes; a few more would do")
        raise PlanInfeasible("avoid", "no drill at all is open; ask a clinician what you may do, or avoid less")

    def _grow_light_days(self, *, all_of_it: bool) -> bool:
        """Light days stay shorter than the others, but for the day's drill."""
        most = self.draft.person.minutes if all_of_it else self.draft.person.minutes - 1
        if self.draft.light_cap >= most:
            return False
        self.draft.light_cap = min(most, self.draft.light_cap + max(1, self.draft.person.minutes // 5))
        return True

    def _is_done(self, offer: Offer) -> bool:
        if offer.group in self.draft.groups:
            return True
        return offer.group is not None and offer.need is not None and self._is_answered(offer.need.finding, offer.group)

    def _is_answered(self, finding: Finding, group: str) -> bool:
        if not group.startswith("finding-"):
            return False
        known = (self.draft.catalogue.exercises[entry.exercise] for entry in self.draft.entries)
        return any(finding in e.targets.answers and e.role in roles_for(finding) | DRILL_ROLES for e in known)

    def _fitting(self, offer: Offer) -> list[Exercise]:
        """What the offer means, best first."""
        every = self.draft.person.restricted or offer.beyond
        pool = self.draft.eligible.exercises if every else self.draft.eligible.within(offer.week)
        if offer.slot == "breathing":
            pool = [e for e in self.draft.eligible.exercises if e.role == "breathing"]
        found = [exercise for exercise in pool if self._means(offer, exercise)]
        if offer.exercises:
            found.sort(key=lambda exercise: offer.exercises.index(exercise.id))
        if offer.shortest_first:
            found.sort(key=lambda exercise: self.draft.cost(exercise, offer.week))
        if offer.late_first:
            found.sort(key=lambda exercise: exercise.first_hour)
        if offer.need is not None and offer.need.short_side is not None:
            found.sort(key=lambda exercise: exercise.sides == "both")
        return found

    def _means(self, offer: Offer, exercise: Exercise) -> bool:
        """Is it one of those the offer speaks of, not there yet, with a place in its session?"""
        if self.draft.has(exercise.id) or (offer.once_a_family and self.draft.has_family(exercise)):
            return False
        if offer.reason in {"variety", "fresh"} and exercise.id in self.draft.no_room:
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
        return any(exercise.id in need.mornings for need in self.draft.person.special)

    def _slot(self, offer: Offer, exercise: Exercise) -> Slot | None:
        """The session an exercise stands in: by its role; drills in the session of the offer."""
        by_role: dict[Role, Slot] = {
            "breathing": "breathing",
            "balance": "balance",
            "release": "evening",
            "strength": "strength",
        }
        if self.draft.person.restricted and exercise.role != "breathing":
            return "morning"
        slot = by_role.get(exercise.role, offer.slot)
        if exercise.role == "release" and offer.week < FIRST_EVENING_WEEK:
            return None
        if slot == "strength" and (offer.slot not in {"strength", "morning"} or not self.draft.rhythm.strength):
            return None
        return slot if slot != "morning" or exercise.first_hour else None

    def _accept(self, offer: Offer, exercise: Exercise) -> bool:
        slot = self._slot(offer, exercise)
        if slot == "strength":
            return self._accept_course(offer, exercise)
        if slot is None:
            return False
        because = self._because(offer)
        entry = self.draft.entry_of(exercise, slot, range(offer.week, offer.last + 1), worth=offer.worth, because=(because,))
        if not self.draft.add([entry]):
            self.draft.no_room.add(exercise.id)
            return False
        self.draft.turns += entry.worth <= STRETCH_WORTH
        return True

    def _because(self, offer: Offer) -> Why:
        if offer.need is not None:
            return answers(offer.need.finding, self.draft.catalogue)
        special = {need.id: need for need in self.draft.person.special}
        if offer.reason in special:
            return Why(id=offer.reason, says=special[offer.reason].says)
        return why(offer.reason, catalogue=self.draft.catalogue)

    def _accept_course(self, offer: Offer, exercise: Exercise) -> bool:
        """A strength movement that is none of the main patterns: two days, else one."""
        if exercise.pattern is not None and self.draft.entries_of(exercise.pattern):
            return False
        week = max(offer.week, exercise.week)
        because = (self._because(offer),)
        for days in range(min(PATTERN_DAYS, len(self.draft.rhythm.strength)), 0, -1):
            if self.patterns.add_course(exercise, week, because, days=days):
                return True
        self.draft.no_room.add(exercise.id)
        return False

    def _take_restricted(self) -> None:
        """Breathing and the rows open at week 0, all along."""
        self._take_all(RESTRICTED)
        if not self.draft.entries:
            self._refuse()

    def _take_balance(self) -> None:
        """On every training day where that fits, before strength fills them; with fall risk on three days of the week."""
        need = next((need for need in self.draft.person.needs if need.finding == "balance"), None)
        if not self.draft.person.balance or need is None or self.draft.has_slot("balance"):
            return
        offer = Offer(reason="answers-finding", slot="balance", worth=NEED_WORTH, roles=frozenset({"balance"}), need=need)
        usual = self.draft.light_cap
        for days in balance_days(self.draft.rhythm, fall_risk=self.draft.person.fall_risk):
            self.draft.balance_on = days
            self.draft.light_cap = max(usual, self.draft.person.minutes - 1) if "light" in days else usual
            if self._take(offer):
                self._climb(frozenset({"balance"}))
                return

    def _take_evenings(self) -> None:
        """From week 6 on five days a week; where that has no room, on the days that have. Where steadiness needs practice and
        minutes are few, the evening leaves them to balance."""
        if self.draft.person.fall_risk and self._balance_days() < LEAST_BALANCE_DAYS:
            self.draft.no_room |= {e.id for e in self.draft.eligible.within(FIRST_EVENING_WEEK) if e.role == "release"}
            return
        wanted = evening_days(self.draft.rhythm)
        for kinds in (wanted, wanted - set(STRENGTH_KINDS)):
            self.draft.evening_on = kinds
            if any(self._take(offer) for offer in EVENINGS[:2]):
                return
        self.draft.evening_on = frozenset()

    def _take_short_hip(self) -> None:
        """A drill that can favour the short side, where none that answers it can."""
        known = [self.draft.catalogue.exercises[entry.exercise] for entry in self.draft.entries]
        if self.draft.short_hip is None or any(may_favour(exercise) for exercise in known):
            return
        drills = tuple(e.id for e in self.draft.eligible.within(1) if may_favour(e) and e.first_hour)
        if drills:
            self._take(Offer(reason="short-hip", slot="morning", worth=NEED_WORTH, exercises=drills, grows_light_days=True))

    def _balance_days(self) -> int:
        return sum(self.draft.rhythm.count(kind, week=FIRST_EVENING_WEEK) for kind in self.draft.balance_on)

    def _climb(self, roles: frozenset[Role]) -> None:
        """Week 5: what may climb goes one open rung up; where strength leaves no room for it, on the days without strength."""
        because = why("dynamic", catalogue=self.draft.catalogue)
        for old in list(self.draft.entries):
            exercise = self.draft.catalogue.exercises[old.exercise]
            above = self.draft.eligible.next_rung(exercise, week=DYNAMIC_WEEK)
            may = exercise.role in roles & climbing_roles(self.draft.person) and old.slot in {"morning", "balance"}
            if old.slot == "balance" and self._balance_days() < LEAST_BALANCE_DAYS and self.draft.person.fall_risk:
                continue
            if not may or above is None or above.role != exercise.role or above.break_only or self.draft.has(above.id):
                continue
            if old.first > DYNAMIC_WEEK - LEAST_STAY or old.last != WEEKS or not (above.first_hour or old.slot != "morning"):
                continue
            weeks, reasons = range(DYNAMIC_WEEK, WEEKS + 1), (*old.because, because)
            new = self.draft.entry_of(above, old.slot, weeks, worth=old.worth, because=reasons)
            if not self.draft.add([old.until(DYNAMIC_WEEK), new], without=[old]) and exercise.role == "mobility":
                beside = self.draft.entry_of(
                    above, old.slot, weeks, worth=old.worth, because=reasons, never_on=self.draft.rhythm.strength_kinds
                )
                self.draft.add([beside])
