"""`psoas share`: how hips and lumbar spine share a movement, for one person or for a table of them."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from psoas import journey
from psoas.assessment.examination import Examination
from psoas.cli.files import read_checked, write_out
from psoas.cli.options import AsJson, Force, Out, Today, read_day
from psoas.cli.share_page import page
from psoas.exchange.documents import write_document
from psoas.mechanics.subject import FUSIBLE, Subject
from psoas.mechanics.tasks import TASKS, Task
from psoas.screening.intake import Intake
from psoas.vocabulary.body import Level
from psoas.vocabulary.errors import BadInput

if TYPE_CHECKING:
    from numpy.random import Generator

SEED = 1
"""The same question gives the same answer."""
OPTIONS = {"hip_flexion": "--hip-flexion", "straight_leg_raise": "--slr", "hip_extension": "--hip-extension",
           "lumbar_flexion": "--lumbar-flexion", "fused": "--fused", "trunk": "--trunk",
           "trunk_bend_t12": "--trunk-bend-t12", "trunk_bend_s1": "--trunk-bend-s1",
    "fixed_effort": "--fixed-effort"}  # fmt: skip
"""What an option is called, by the field that it fills."""


def share(
    intake: Annotated[
        Path | None, typer.Argument(metavar="[INTAKE]", help="an intake/1 document; without, a reference person")
    ] = None,
    task: Annotated[str | None, typer.Option("--task", metavar="T", help=", ".join(TASKS))] = None,
    trunk: Annotated[float | None, typer.Option(metavar="D", help="how far the trunk leans, degrees")] = None,
    hip_flexion: Annotated[float | None, typer.Option(metavar="D", help="hip flexion with a bent knee")] = None,
    slr: Annotated[float | None, typer.Option("--slr", metavar="D", help="straight-leg raise")] = None,
    hip_extension: Annotated[float | None, typer.Option(metavar="D", help="hip extension")] = None,
    lumbar_flexion: Annotated[float | None, typer.Option(metavar="D", help="lumbar flexion in your own full bend")] = None,
    trunk_bend_t12: Annotated[
        float | None, typer.Option("--trunk-bend-t12", metavar="D", help="chest in your own full bend, with --trunk-bend-s1")
    ] = None,
    trunk_bend_s1: Annotated[
        float | None, typer.Option("--trunk-bend-s1", metavar="D", help="sacrum in the same bend")
    ] = None,
    examination: Annotated[
        Path | None, typer.Option("--examination", metavar="F", help="an examination/1 document, with an INTAKE")
    ] = None,
    fused: Annotated[list[str] | None, typer.Option("--fused", metavar="LEVEL", help="a fused level, repeatable")] = None,
    fixed_effort: Annotated[
        bool, typer.Option("--fixed-effort", help="at an average body's effort, not at the angle")
    ] = False,
    table: Annotated[
        Path | None, typer.Option("--csv", metavar="IN", help="a table of people; -o names the table to write")
    ] = None,
    big_table: Annotated[
        Path | None, typer.Option("--table", metavar="IN", help="a .parquet or .csv of any length; needs the research extra")
    ] = None,
    engine: Annotated[str, typer.Option("--engine", metavar="E", help="for --table: local or spark")] = "local",
    today: Today = None,
    as_json: AsJson = False,
    out: Out = None,
    force: Force = False,
) -> None:
    """How hips and lumbar spine share a movement, every number as a range. It explains; it does not diagnose."""
    asked = _task(task)
    typed = {"straight_leg_raise": slr, "hip_flexion": hip_flexion, "hip_extension": hip_extension,
             "lumbar_flexion": lumbar_flexion, "trunk_bend_t12": trunk_bend_t12, "trunk_bend_s1": trunk_bend_s1}  # fmt: skip
    ranges = {name: number for name, number in typed.items() if number is not None}
    try:
        if table is not None or big_table is not None:
            alone = not (intake or examination or fused or fixed_effort or ranges or as_json)
            _write_table(table, big_table, asked, trunk=trunk, out=out, engine=engine, force=force, alone=alone)
            return
        person = _person(intake, examination, ranges, _levels(fused), today=read_day(today, "--today"))
        answer = journey.share(person, asked, trunk=trunk, rng=_chance(), fixed_effort=fixed_effort)
    except BadInput as bad:
        raise BadInput(OPTIONS.get(bad.field, bad.field), bad.allowed, where=bad.where) from bad
    write_out(write_document(answer) if as_json else page(answer), out, force=force)


def _chance() -> "Generator":
    """The same question gives the same answer."""
    from numpy.random import default_rng  # noqa: PLC0415  # no other command's start should pay for numpy

    return default_rng(SEED)


def _task(task: str | None) -> Task:
    for known in TASKS:
        if task == known:
            return known
    raise BadInput("--task", f"one of {', '.join(TASKS)}")


def _levels(fused: list[str] | None) -> tuple[Level, ...]:
    for level in fused or ():
        if level not in FUSIBLE:
            raise BadInput("--fused", f"one of {', '.join(FUSIBLE)}")
    return tuple(level for level in FUSIBLE if level in (fused or ()))


def _person(
    intake: Path | None, examination: Path | None, ranges: dict[str, float], fused: tuple[Level, ...], *, today: date
) -> Subject:
    """The person of the intake and the examination, with the ranges and levels that the options add."""
    if examination is not None and intake is None:
        raise BadInput("--examination", "together with an INTAKE")
    measured = None if examination is None else read_checked(examination, Examination, today=today)
    known = Subject() if intake is None else journey.person(read_checked(intake, Intake, today=today), measured, today=today)
    return replace(known, fused=tuple(level for level in FUSIBLE if level in (*known.fused, *fused)), **ranges)  # type: ignore[arg-type]  # checked by the model, by name


def _write_table(
    table: Path | None,
    big: Path | None,
    task: Task,
    *,
    trunk: float | None,
    out: Path | None,
    engine: str,
    force: bool,
    alone: bool,
) -> None:
    """A table brings its own people: options that describe one person do not go with it."""
    if not alone or (table and big):
        option = "--csv" if table else "--table"
        raise BadInput(option, "no INTAKE, no ranges and no other table beside it: they are columns of the table")
    if table is not None:
        from psoas.cli.share_table import write_table  # noqa: PLC0415  # loads the compiled solver, which only tables need

        write_table(table, task, trunk=trunk, out=out, force=force)
    elif big is not None:
        from psoas.cli.share_engine import share_file  # noqa: PLC0415  # see above

        share_file(big, task, trunk=trunk, out=out, engine=engine, force=force)
