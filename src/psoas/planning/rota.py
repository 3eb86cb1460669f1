"""Filling the roster, in order of priority:

a drill for each finding      all weeks from the one it may join
balance                       from 60, with fall risk, after a fusion
strength rota                 week 2 trunk and bridge; week 3 hips and squat; week 5 dynamic, one rung higher
evening                       week 6: release, then a stretch
stretch volume                one drill for each hip family
calm                          breathing
variety                       two-week guests
"""

from collections.abc import Iterator

from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.entries import Exercise, Family, Role
from psoas.planning.infeasible import PlanInfeasible
from psoas.planning.ladder import (
    DYNAMIC_WEEK,
    climbing_roles,
    easier_open,
    easier_rungs,
)
from psoas.planning.lean import can_lean, side_left_out
from psoas.planning.need import FINDING_SAYS, Need, because_of
from psoas.planning.person import Person
from psoas.planning.plan import WEEKS, Why
from psoas.planning.priority import (
    CALM_WORTH,
    CAREFUL_ROTA,
    EVENING_WORTH,
    FOCUS_SAYS,
    GUESTS_A_BLOCK,
    LEAST_EVENING_MINUTES,
    NEED_WORTH,
    ONE_LEG,
    STRENGTH_ROTA,
    STRENGTH_WORTH,
    STRETCH_FAMILIES,
    STRETCH_WORTH,
    VARIETY_FAMILIES,
    VARIETY_WORTH,
    asks_for_one_leg,
    kind_for,
)
from psoas.planning.reach import Reach
from psoas.planning.rhythm import FIRST_EVENING_WEEK, FIRST_STRENGTH_WEEK, Rhythm, balance_days
from psoas.planning.roster import DRILL_ROLES, Member, Roster, slots_of


class Rota:
    """Offers members to a roster, most important first."""

    def __init__(self, person: Person, rhythm: Rhythm, *, open_: tuple[str, ...], catalogue: Catalogue) -> None:
        self.person = person
        self.open = frozenset(open_)
        self.catalogue = catalogue
        self.exercises = [catalogue.exercises[exercise] for exercise in open_]
        self.reach = Reach(person, open_=open_, catalogue=catalogue)
        self.rhythm = rhythm
        self.roster = self._nobody_yet()

    def fill(self) -> Roster:
        """Everything the person gets, or PlanInfeasible when not even one drill fits."""
        if self.person.restricted:
            self._offer_restricted()
            return self.roster
        self._offer_all()
        if (side := side_left_out(self.roster, self.person, catalogue=self.catalogue)) is not None:
            self.roster = self._nobody_yet()
            self.roster.lean = side
            self._offer_all()
        return self.roster

    def _nobody_yet(self) -> Roster:
        drills = any(exercise.role not in {"breathing", "walking", "cardio"} for exercise in self.within(1))
        return Roster(self.person, self.rhythm, catalogue=self.catalogue, only_breathing=not drills)

    def _offer_all(self) -> None:
        self._offer_first_drill()
        if self.person.fall_risk:
            self._offer_balance()
        self._offer_needs()
        self._climb(frozenset({"mobility"}))
        self._offer_leaning()
        self._offer_strength()
        self._offer_one_leg()
        self._offer_evening()
        self._offer_stretches()
        self._offer_calm()
        self._climb(climbing_roles(self.person))
        self._offer_guests()

    def _offer_restricted(self) -> None:
        """Breathing and the rows open at week 0, all along."""
        calm = Why(id="calm", says="Slow breathing calms muscles and mind, and is open to you now.")
        gentle = Why(id="restricted", says="This is open to you now; more follows once you are cleared.")
        drills = [exercise for exercise in self.exercises if exercise.role not in {"breathing", "walking", "cardio"}]
        self._offer_any(sorted(drills, key=self._length), 1, STRETCH_WORTH, gentle, needed=bool(drills))
        for exercise in sorted(self.exercises, key=lambda e: (e.id != "breathing", self.reach.rank(e))):
            if exercise.role == "breathing":
                self._offer(exercise, 1, WEEKS, CALM_WORTH, calm)
        for exercise in drills:
            if not self.roster.has(exercise.id):
                self._offer(exercise, 1, WEEKS, STRETCH_WORTH, gentle)

    def _offer_first_drill(self) -> None:
        """The day's drill: the first finding's, else the shortest; without one there is no plan."""
        for need in self.person.needs:
            drills = [exercise for exercise in self._answers(need) if exercise.role in DRILL_ROLES and exercise.first_hour]
            if drills and self._offer_any(drills, 1, NEED_WORTH, because_of(need)):
                return
        drills = [exercise for exercise in self.within(1) if self.roster.is_drill(exercise) and exercise.first_hour]
        families = [exercise for exercise in drills if exercise.family in STRETCH_FAMILIES] or drills
        because = Why(id="daily-drill", says="A little movement every day keeps hips and back easy.")
        ordered = sorted(families, key=self.reach.rank) + sorted(drills, key=self._length)
        self._offer_any(ordered, 1, STRETCH_WORTH, because, needed=True)

    def _offer_needs(self) -> None:
        """Each finding gets its drill; where it does not fit, light days grow before it is left out."""
        for need in self.person.needs:
            if need.finding == "balance":
                self._offer_balance()
            if any(self._answering(member, need) for member in self.roster.members) or need.finding == "endurance":
                continue
            while not self._offer_need(need) and self.roster.light_cap < self.person.minutes - 1:
                self.roster.light_cap += 1

    def _offer_leaning(self) -> None:
        """A drill that can favour the short side, where none that answers it can."""
        because = Why(id="short-side", says="One hip moves less; this drill gives it a little more time.")
        members = [self.catalogue.exercises[member.exercise] for member in self.roster.members]
        if self.roster.lean is None or any(can_lean(exercise) for exercise in members):
            return
        drills = [exercise for exercise in self.within(1) if can_lean(exercise) and exercise.first_hour]
        while not self._offer_any(drills, 1, NEED_WORTH, because) and self.roster.light_cap < self.person.minutes - 1:
            self.roster.light_cap += 1

    def _offer_need(self, need: Need) -> bool:
        """The fitting kind of drill in any week before another kind in week 1."""
        weeks = (1, FIRST_STRENGTH_WEEK, 3, DYNAMIC_WEEK, FIRST_EVENING_WEEK)
        return any(
            self._offer_any(self._answers(need, week=first, fitting=fitting), first, NEED_WORTH, because_of(need))
            for fitting in (True, False)
            for first in weeks
        )

    def _offer_balance(self) -> None:
        """On every training day where that fits, before strength fills them; with fall risk on three days of the week."""
        need = next((need for need in self.person.needs if need.finding == "balance"), None)
        if not self.person.balance or need is None or self._has_role("balance"):
            return
        drills = [exercise for exercise in self.within(1) if exercise.role == "balance"]
        usual = self.roster.light_cap
        for days in balance_days(self.rhythm, fall_risk=self.person.fall_risk):
            self.roster.balance_on = days
            self.roster.light_cap = max(usual, self.person.minutes - 1) if "light" in days else usual
            if self._offer_any(drills, 1, NEED_WORTH, because_of(need)):
                self._climb(frozenset({"balance"}))
                return

    def _offer_strength(self) -> None:
        careful = self.person.balance or "osteoporosis" in self.person.circumstances
        for family, week, focus in (*STRENGTH_ROTA, *(CAREFUL_ROTA if careful else ())):
            if not any(self._is(member, family) for member in self.roster.members):
                because = Why(id=focus, says=FOCUS_SAYS[focus])
                self._offer_any(self._strength(family, week=week), week, STRENGTH_WORTH, because)
        for family in ("glutes", "hinge", "steps", "trunk-brace"):
            self._step_up(family)

    def _step_up(self, family: Family) -> None:
        """Week 5: the rung above takes over, where this person may stand on it."""
        because = Why(id="dynamic", says=FOCUS_SAYS["dynamic"])
        for old in [member for member in self.roster.members if self._is(member, family)]:
            for exercise in self._strength(family, week=DYNAMIC_WEEK):
                below = easier_rungs(exercise.id, catalogue=self.catalogue)
                if exercise.week < DYNAMIC_WEEK or old.exercise not in below:
                    continue
                reasons = (*(why for why in old.because if why.id in FINDING_SAYS), because)
                new = Member(exercise=exercise.id, first=DYNAMIC_WEEK, last=WEEKS, worth=old.worth, because=reasons)
                if self.roster.hand_over(old, new):
                    return
                self.roster.no_room.add(exercise.id)

    def _climb(self, roles: frozenset[Role]) -> None:
        """Week 5: what may climb goes one open rung up, if it fits: first balance and what answers a finding, then rising."""
        because = Why(id="dynamic", says="Week 5 takes this one step further, if your log agrees.")
        roles &= climbing_roles(self.person)
        for old in sorted(self.roster.members, key=lambda member: not self._is(member, "squat")):
            for exercise in self.within(DYNAMIC_WEEK):
                below = easier_open(exercise.id, open_=self.open, catalogue=self.catalogue)
                if below == old.exercise and exercise.role in roles and not self.roster.has(exercise.id):
                    reasons = (*(why for why in old.because if why.id in FINDING_SAYS), because)
                    new = Member(exercise=exercise.id, first=DYNAMIC_WEEK, last=WEEKS, worth=old.worth, because=reasons)
                    if self.roster.hand_over(old, new):
                        break

    def _offer_one_leg(self) -> None:
        """Week 5: a step, else standing on one leg, for a steady person whose findings or goals ask for it."""
        because = Why(id="one-leg", says="Walking, stairs and running stand on one leg at a time; now you practise that.")
        wanted = [name for name in ONE_LEG if name in self.open] if asks_for_one_leg(self.person) else []
        if not any(self.roster.has(name) for name in wanted):
            any(self._offer(self.catalogue.exercises[name], DYNAMIC_WEEK, WEEKS, STRENGTH_WORTH, because) for name in wanted)

    def _offer_evening(self) -> None:
        """Where steadiness needs practice and minutes are few, the evening leaves them to balance and strength."""
        week = FIRST_EVENING_WEEK
        if self.person.fall_risk and self.person.minutes < LEAST_EVENING_MINUTES:
            self.roster.no_room |= {e.id for e in self.within(week) if e.role == "release"}
            return
        soft = Why(
            id="evening-release", says="Week 6 adds a quiet evening: soft pressure before stretching, at 3 of 10 or less."
        )
        self._offer_any([e for e in self.within(week) if e.role == "release"], week, EVENING_WORTH, soft)
        stretch = Why(id="evening-release", says="Week 6 adds a quiet evening stretch, when the body is warm.")
        late = [e for e in self.within(week) if e.role == "mobility" and not self.roster.has(e.id)]
        late.sort(key=lambda exercise: (exercise.first_hour, self.reach.rank(exercise)))
        self._offer_any(late, week, EVENING_WORTH, stretch)

    def _offer_stretches(self) -> None:
        for family in STRETCH_FAMILIES:
            if any(self._is(member, family) for member in self.roster.members):
                continue
            because = Why(id="stretch-volume", says="Regular stretching of this part, a few minutes a week, adds up.")
            drills = [e for e in self.within(1) if e.family == family and e.role == "mobility" and e.first_hour]
            self._offer_any(drills, 1, STRETCH_WORTH, because)

    def _offer_calm(self) -> None:
        because = Why(id="calm", says="A few quiet breaths calm muscles and mind.")
        breathing = sorted(
            (e for e in self.exercises if e.role == "breathing"), key=lambda e: (e.id != "breathing", self.reach.rank(e))
        )
        if not self._offer_any(breathing, 1, CALM_WORTH, because):
            self._offer_any(breathing, WEEKS - 1, CALM_WORTH, because)

    def _offer_guests(self) -> None:
        """Two guests every two weeks, each with a turn before anybody comes back."""
        because = Why(id="variety", says="A change keeps it interesting: two weeks of something else.")
        for first in range(1, WEEKS, 2):
            welcome = 0
            for exercise in self._guests(first):
                if welcome < GUESTS_A_BLOCK and self._offer(exercise, first, first + 1, VARIETY_WORTH, because):
                    welcome += 1

    def _guests(self, week: int) -> list[Exercise]:
        guests = [e for e in self.within(week) if e.role in DRILL_ROLES and e.family in VARIETY_FAMILIES]
        return [e for e in guests if not self.roster.has(e.id) and e.id not in self.roster.no_room][: 2 * GUESTS_A_BLOCK]

    def within(self, week: int) -> list[Exercise]:
        """What this person may do in this week, best rung first."""
        return self.reach.within(week)

    def _length(self, exercise: Exercise) -> int:
        return self.roster.options(exercise, 1)[0].seconds

    def _answers(self, need: Need, *, week: int = 1, fitting: bool = True) -> list[Exercise]:
        """Drills that answer a need, one side at a time first for a short side; fitting: of the kind that trains it."""
        answers = [e for e in self.within(week) if need.finding in e.targets.answers and e.role not in {"walking", "cardio"}]
        answers.sort(key=lambda exercise: need.short_side is not None and exercise.sides == "both")
        return [exercise for exercise in answers if not fitting or exercise.role in kind_for(need.finding)]

    def _strength(self, family: Family, *, week: int) -> list[Exercise]:
        return [e for e in self.within(week) if e.family == family and e.role == "strength"]

    def _offer(self, exercise: Exercise, first: int, last: int, worth: int, because: Why) -> bool:
        return self.roster.offer(Member(exercise=exercise.id, first=first, last=last, worth=worth, because=(because,)))

    def _offer_any(self, exercises: list[Exercise], first: int, worth: int, because: Why, *, needed: bool = False) -> bool:
        """The first of these that fits and is not there yet."""
        for exercise in self._open_in(exercises, first):
            if self._offer(exercise, first, WEEKS, worth, because):
                return True
        if needed and self.roster.light_cap < self.person.minutes:
            self.roster.light_cap = self.person.minutes
            return self._offer_any(exercises, first, worth, because, needed=True)
        if needed and not exercises:
            raise PlanInfeasible("avoid", "no drill at all is open; ask a clinician what you may do, or avoid less")
        if needed:
            raise PlanInfeasible("minutes_per_day", "no open drill is short enough for these minutes; a few more would do")
        return False

    def _open_in(self, exercises: list[Exercise], first: int) -> Iterator[Exercise]:
        seen: set[str] = set()
        for exercise in exercises:
            known = exercise.id in seen or self.roster.has(exercise.id)
            stands = slots_of(exercise, joined=first, restricted=self.person.restricted)
            if not known and stands and (exercise.week <= first or self.person.restricted):
                seen.add(exercise.id)
                yield exercise

    def _answering(self, member: Member, need: Need) -> bool:
        exercise = self.catalogue.exercises[member.exercise]
        return need.finding in exercise.targets.answers and exercise.role in kind_for(need.finding)

    def _is(self, member: Member, family: Family) -> bool:
        exercise = self.catalogue.exercises[member.exercise]
        return exercise.family == family and exercise.role in {"strength", "mobility"}

    def _has_role(self, role: Role) -> bool:
        return any(self.catalogue.exercises[member.exercise].role == role for member in self.roster.members)
