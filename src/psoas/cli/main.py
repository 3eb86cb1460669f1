"""The commands. Each reads its files, makes one call into the journey and prints one document or page."""

import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, Any

import typer
from typer._click.exceptions import ClickException  # typer exports no base class of its complaints

from psoas import journey
from psoas.assessment.examination import Examination
from psoas.cli import pages
from psoas.cli.entries import KINDS, entries_of
from psoas.cli.files import read_checked, read_either, read_saved, read_shown, write_bytes, write_out
from psoas.cli.formats import FORMS
from psoas.cli.language import VARIABLE, language_of, translate_help
from psoas.cli.options import AsJson, DiaryFile, ExaminationFile, Force, IntakeFile, Out, PlanFile, Today, read_day
from psoas.cli.share import share
from psoas.diary.entry import Diary
from psoas.exchange.documents import DOCUMENTS, schema_of, write_document, write_json
from psoas.planning.plan import Plan
from psoas.screening.clinician_limits import ClinicianLimits
from psoas.screening.intake import Intake
from psoas.vocabulary.errors import BadInput, PsoasError
from psoas.vocabulary.language import ENGLISH, UnknownLanguageError, say, speaking, spoken

DONE, FINDINGS, BAD_INPUT, FORBIDDEN = 0, 1, 2, 3
UNBUILT = "F000"
"""Said, but no fault of the catalogue: its figures are not built on this machine, so nobody could compare them."""
SAVED_WITH = "The passphrase it was saved with"

app = typer.Typer(
    add_completion=False,
    no_args_is_help=False,
    pretty_exceptions_enable=False,
)


def commands() -> Any:
    """The commands, ready to run, their help in the language now spoken."""
    return translate_help(typer.main.get_command(app))


def run() -> None:
    """The `psoas` command; what it prints is UTF-8 wherever it runs."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    sys.exit(main(sys.argv[1:]))


def main(arguments: Sequence[str]) -> int:
    """Run one command; anything a person can put right is said in one line."""
    try:
        language, rest = language_of(arguments)
    except UnknownLanguageError as error:
        return _complain(str(error))
    with speaking(language):
        return _run(rest)


def _run(arguments: Sequence[str]) -> int:
    try:
        return int(commands().main(list(arguments) or ["--help"], prog_name="psoas", standalone_mode=False) or DONE)
    except ClickException as error:
        return _complain(" ".join(error.format_message().split()))
    except BadInput as error:
        return _complain(str(error))
    except PsoasError as error:
        return _complain(say(str(error)))
    except (KeyboardInterrupt, typer.Abort):
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return DONE


def _complain(line: str) -> int:
    shown = "".join(letter if letter.isprintable() else "?" for letter in line)
    print(f"psoas: {shown}", file=sys.stderr)  # noqa: T201  # a command speaks on stderr
    return BAD_INPUT


@app.callback()
def psoas(
    language: Annotated[  # read before the commands are, since their help is said in it
        str | None, typer.Option("--language", metavar="CODE", help="say it in this language (PSOAS_LANGUAGE: for good)")
    ] = None,
) -> None:
    """Psoas, a hip–spine coach. Not a medical device, and no clinician has reviewed its content yet."""


@app.command()
def serve(
    port: Annotated[int, typer.Option(min=1, max=65535, help="the port on 127.0.0.1")] = 8765,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="do not open a browser")] = False,
    phone: Annotated[bool, typer.Option("--phone", help="let one phone on this network join, by a pairing code")] = False,
) -> None:
    """Start the web app on this machine; data in PSOAS_DATA."""
    if spoken() != ENGLISH:
        os.environ[VARIABLE] = spoken()  # its pages speak it too, where a person has not chosen
    # The web app is a door of its own: opened by its name, so that neither door is built on the other.
    import_module("psoas.web.server").serve(port=port, open_browser=not no_browser, phone=phone)


@app.command()
def catalogue(
    kind: Annotated[str | None, typer.Argument(metavar="[KIND]", help=", ".join(KINDS))] = None, as_json: AsJson = False
) -> None:
    """The entries of the catalogue."""
    if kind is not None and kind not in KINDS:
        raise BadInput("KIND", f"one of {', '.join(KINDS)}")
    rows = entries_of(journey.catalogue(), kind)
    write_out(write_json(rows) if as_json else pages.catalogue(rows), None, force=False)


@app.command()
def check(as_json: AsJson = False) -> int:
    """The catalogue's lint: exit 1 when it finds something."""
    problems = journey.lint()
    write_out(write_json(problems) if as_json else pages.problems(problems, journey.rule_version()), None, force=False)
    return FINDINGS if any(problem.code != UNBUILT for problem in problems) else DONE


@app.command()
def schema(name: Annotated[str | None, typer.Argument(metavar="[NAME]", help=", ".join(DOCUMENTS))] = None) -> None:
    """The JSON Schema of a document; without a name, the names."""
    if name is None:
        write_out("\n".join(DOCUMENTS) + "\n", None, force=False)
        return
    if name.removesuffix("/1") not in DOCUMENTS:
        raise BadInput("NAME", f"one of {', '.join(DOCUMENTS)}")
    write_out(write_json(schema_of(name.removesuffix("/1"))), None, force=False)


@app.command()
def screen(intake: IntakeFile, today: Today = None, as_json: AsJson = False, out: Out = None, force: Force = False) -> None:
    """Is it safe to start, and with what limits? Prints a clearance."""
    day = read_day(today, "--today")
    record = journey.screen(read_checked(intake, Intake, today=day), today=day)
    write_out(write_document(record) if as_json else pages.clearance(record, journey.catalogue()), out, force=force)


@app.command()
def assess(
    intake: IntakeFile,
    examination: ExaminationFile,
    today: Today = None,
    as_json: AsJson = False,
    out: Out = None,
    force: Force = False,
) -> None:
    """What self-tests and measurements add up to. Prints a profile."""
    day = read_day(today, "--today")
    person = read_checked(intake, Intake, today=day)
    profile = journey.examine(person, read_checked(examination, Examination, today=day))
    write_out(write_document(profile) if as_json else pages.profile(profile, journey.catalogue()), out, force=force)


@app.command()
def plan(
    intake: IntakeFile,
    examination: Annotated[Path | None, typer.Option(metavar="FILE", help="an examination/1 document")] = None,
    start: Annotated[str | None, typer.Option(metavar="DATE", help="first day (default: tomorrow)")] = None,
    after: Annotated[Path | None, typer.Option(metavar="PLAN", help="the plan before: begin at what it reached")] = None,
    today: Today = None,
    as_json: AsJson = False,
    out: Out = None,
    force: Force = False,
) -> int:
    """Eight weeks that fit. Prints a plan, or (exit 3) the clearance that forbids it."""
    day = read_day(today, "--today")
    first = read_day(start, "--start") if start else journey.first_day(again=False, today=day)
    person = read_checked(intake, Intake, today=day)
    examined = read_checked(examination, Examination, today=day) if examination else None
    try:
        before = read_checked(after, Plan, today=day) if after else None
        made = journey.plan(person, examined, start=first, today=day, after=before)
    except journey.PlanForbiddenError as forbidden:
        write_out(
            write_document(forbidden.record) if as_json else pages.clearance(forbidden.record, journey.catalogue()),
            None,
            force=False,
        )
        return FORBIDDEN
    write_out(write_document(made) if as_json else pages.plan(made, journey.catalogue()), out, force=force)
    return DONE


@app.command()
def adapt(
    plan: PlanFile,
    diary: DiaryFile,
    today: Today = None,
    apply: Annotated[bool, typer.Option("--apply", help="print the changed plan")] = False,
    as_json: AsJson = False,
    out: Out = None,
    force: Force = False,
) -> None:
    """What should change in the next seven days, and why."""
    day = read_day(today, "--today")
    current = read_checked(plan, Plan, today=day)
    log = read_checked(diary, Diary, today=day)
    changes = journey.adapt(current, log, today=day)
    if apply:
        changed = journey.apply(current, changes.changes, log, on=day)
        text = write_document(changed) if as_json else pages.plan(changed, journey.catalogue())
    else:
        text = write_document(changes) if as_json else pages.changes(changes, journey.catalogue())
    write_out(text, out, force=force)


app.command()(share)


@app.command()
def limit(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="an intake/1 or a plan/1 document")],
    limits: Annotated[Path, typer.Argument(metavar="LIMITS", help="a limits/1 document: what a clinician asked, signed")],
    diary: Annotated[Path | None, typer.Option(metavar="DIARY", help="what was told since the plan was made")] = None,
    today: Today = None,
    as_json: AsJson = False,
    out: Out = None,
    force: Force = False,
) -> None:
    """Bind an intake, or a plan from today on, by a clinician's limits. Prints the same kind of document."""
    day = read_day(today, "--today")
    told = (read_checked(limits, ClinicianLimits, today=day),)
    bound = read_either(file, Intake, Plan, today=day)
    if isinstance(bound, Intake):
        person = journey.with_limits(bound, told)
        text = write_document(person) if as_json else pages.clearance(journey.screen(person, today=day), journey.catalogue())
    else:
        log = read_checked(diary, Diary, today=day) if diary else Diary()
        changed = journey.bind(bound, told, log, today=day)
        text = write_document(changed) if as_json else pages.plan(changed, journey.catalogue())
    write_out(text, out, force=force)


@app.command()
def relief(diary: DiaryFile, as_json: AsJson = False, out: Out = None, force: Force = False) -> None:
    """Which movements help this person, and how sure that is."""
    ranking = journey.relief(read_checked(diary, Diary, today=read_day(None, "--today")))
    write_out(write_document(ranking) if as_json else pages.relief(ranking, journey.catalogue()), out, force=force)


@app.command()
def export(
    plan: PlanFile,
    diary: DiaryFile,
    to: Annotated[str, typer.Option("--to", metavar="FORMAT", help="json, csv, ics, fhir or pdf")],
    today: Today = None,
    out: Out = None,
    force: Force = False,
) -> None:
    """Everything out: json plan and diary, csv the diary, ics the calendar, fhir and pdf for a therapist."""
    day = read_day(today, "--today")
    current, log = read_checked(plan, Plan, today=day), read_checked(diary, Diary, today=day)
    if to not in FORMS:
        raise BadInput("--to", f"one of {', '.join(FORMS)}")
    if to == "pdf":
        write_bytes(FORMS[to](current, log, day), out, force=force)
        return
    write_out(FORMS[to](current, log, day), out, force=force)


@app.command(name="open")
def open_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="a hand-over, psoas-handover.jwe, or a saved file")],
    port: Annotated[int, typer.Option(min=1, max=65535, help="the port on 127.0.0.1")] = 8766,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="do not open a browser")] = False,
) -> None:
    """Look at what somebody handed over to you, or at a saved file: read-only, and gone when you stop."""
    shown = read_shown(
        file,
        today=read_day(None, "--today"),
        ask_key=_ask("The link or key that came with it"),
        ask_passphrase=_ask(SAVED_WITH),
    )
    import_module("psoas.web.server").visit(shown=shown, port=port, open_browser=not no_browser)


def _ask(what: str) -> Callable[[], str]:
    """Typed or pasted, not shown, and in nobody's list of commands; from a script, a line on standard input."""

    def asked() -> str:
        if sys.stdin.isatty():
            return str(typer.prompt(what, hide_input=True, err=True))
        return sys.stdin.readline().rstrip("\r\n")

    return asked


@app.command(name="import")
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="an export/1 document, sealed or not")], as_json: AsJson = False
) -> None:
    """Everything back: what an export holds becomes the web app's data on this machine."""
    from psoas.cli.data_import import keep  # noqa: PLC0415  # only this command needs the database

    today = read_day(None, "--today")
    brought = read_saved(file, today=today, ask=_ask(SAVED_WITH))
    changed = keep(brought, on=today)
    write_out(write_document(brought) if as_json else pages.brought(brought) + changed, None, force=False)
