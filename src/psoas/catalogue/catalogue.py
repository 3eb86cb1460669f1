"""Loading: TOML under `data/` becomes one frozen `Catalogue`, checked once when made."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import field, fields
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from psoas.catalogue import ready_made
from psoas.catalogue.entries import Claim, Emergency, Exercise, Habit, Norm, Question, Source, Test, Threshold
from psoas.catalogue.fusion_path import Guide, Stage
from psoas.catalogue.needs import SpecialNeed
from psoas.catalogue.prescription import StatedDose
from psoas.catalogue.reasons import Sentence
from psoas.catalogue.safety_rules import Condition, RedFlag
from psoas.catalogue.texts import reworded
from psoas.vocabulary.errors import PsoasError
from psoas.vocabulary.evidence import Reason
from psoas.vocabulary.language import ENGLISH, spoken, translated
from psoas.vocabulary.value import value

Entry = (
    Exercise
    | Test
    | Habit
    | RedFlag
    | Question
    | Norm
    | Condition
    | Threshold
    | Source
    | Claim
    | StatedDose
    | Stage
    | Guide
    | Sentence
    | SpecialNeed
    | Emergency
)
E = TypeVar("E", bound=Entry)


class BrokenCatalogue(PsoasError):
    """The data files do not fit their schema: which file, which row, what is allowed."""


@value
class Catalogue:
    """All entries by id, in the order of the files."""

    exercises: Mapping[str, Exercise]
    tests: Mapping[str, Test]
    habits: Mapping[str, Habit]
    red_flags: Mapping[str, RedFlag]
    questions: Mapping[str, Question]
    norms: Mapping[str, Norm]
    thresholds: Mapping[str, Threshold]
    conditions: Mapping[str, Condition]
    sources: Mapping[str, Source]
    claims: Mapping[str, Claim]
    prescriptions: Mapping[str, StatedDose] = field(default_factory=dict)
    stages: Mapping[str, Stage] = field(default_factory=dict)
    guides: Mapping[str, Guide] = field(default_factory=dict)
    reasons: Mapping[str, Sentence] = field(default_factory=dict)
    needs: Mapping[str, SpecialNeed] = field(default_factory=dict)
    emergencies: Mapping[str, Emergency] = field(default_factory=dict)

    def reason(self, name: str, /, **words: object) -> Reason:
        """Why, in words: the sentence of this id with its gaps filled."""
        sentence = self.reasons[name]
        return Reason(id=sentence.id, says=sentence.says.format(**words), source=sentence.source)

    def says(self, name: str, /, **words: object) -> str:
        """The same words alone, where they are part of a longer text."""
        return self.reason(name, **words).says


def load() -> Catalogue:
    """The catalogue that ships with Psoas, in the language now spoken; each language is read once."""
    return load_in(spoken())


@cache
def load_in(language: str) -> Catalogue:
    """The rows are the same in every language, ids and numbers too; only what a person reads differs."""
    if language != ENGLISH:
        return in_language(load_in(ENGLISH), language)
    folder = files("psoas.catalogue") / "data"
    finished = ready_made.taken(folder)
    return load_from(folder) if finished is None else _of(finished)


def _of(entries: Mapping[str, Mapping[str, Any]]) -> Catalogue:
    return Catalogue(**{kind: MappingProxyType(entries[kind]) for kind in entries})


def in_language(catalogue: Catalogue, language: str) -> Catalogue:
    def say(_: str, text: str) -> str:
        return translated(text, language)

    kinds = {kind.name: getattr(catalogue, kind.name) for kind in fields(catalogue)}
    return _of({kind: {name: reworded(entry, say) for name, entry in entries.items()} for kind, entries in kinds.items()})


def load_from(folder: Traversable) -> Catalogue:
    """A catalogue from a folder of TOML files: `exercises/*.toml`, `reasons/*.toml`, and one file for each other kind."""
    return Catalogue(
        exercises=_entries(_files(folder / "exercises"), "exercise", Exercise),
        tests=_entries([folder / "tests.toml"], "test", Test),
        habits=_entries([folder / "habits.toml"], "habit", Habit),
        red_flags=_entries([folder / "red_flags.toml"], "red-flag", RedFlag),
        questions=_entries([folder / "questions.toml"], "question", Question),
        norms=_entries([folder / "norms.toml"], "norm", Norm),
        thresholds=_entries([folder / "thresholds.toml"], "threshold", Threshold),
        conditions=_entries([folder / "conditions.toml"], "condition", Condition),
        sources=_entries([folder / "sources.toml"], "source", Source),
        claims=_entries([folder / "claims.toml"], "claim", Claim),
        prescriptions=_entries([folder / "prescriptions.toml"], "prescription", StatedDose),
        stages=_entries([folder / "stages.toml"], "stage", Stage),
        guides=_entries([folder / "guides.toml"], "guide", Guide),
        reasons=_entries(_files(folder / "reasons"), "reason", Sentence),
        needs=_entries([folder / "needs.toml"], "need", SpecialNeed),
        emergencies=_entries([folder / "emergency.toml"], "emergency", Emergency),
    )


def _files(folder: Traversable) -> list[Traversable]:
    found = [file for file in folder.iterdir() if file.name.endswith(".toml")] if folder.is_dir() else []
    return sorted(found, key=lambda file: file.name)


def _entries(sources: list[Traversable], table: str, kind: type[E]) -> Mapping[str, E]:
    """Rows of `[[table]]` in these files, in order; a second row with the same id is refused."""
    adapter = TypeAdapter(kind)
    entries: dict[str, E] = {}
    for source in sources:
        for row in _rows(source, table):
            where = f"{source.name}: {row.get('id', '?')}"
            _refuse_truth_for_degrees(row, where=where)
            entry = _read(adapter, row, where=where)
            if entry.id in entries:
                raise BrokenCatalogue(f"{source.name}: {entry.id}: two rows with this id")
            entries[entry.id] = entry
    return MappingProxyType(entries)


def _rows(source: Traversable, table: str) -> Iterator[dict[str, Any]]:
    if not source.is_file():
        return
    try:
        content = tomllib.loads(source.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise BrokenCatalogue(f"{source.name}: {error}") from error
    if unknown := set(content) - {table}:
        raise BrokenCatalogue(f"{source.name}: unknown table {sorted(unknown)[0]}, only {table} is allowed")
    yield from content.get(table, [])


def _refuse_truth_for_degrees(row: Mapping[str, Any], *, where: str) -> None:
    """True and false count as 1 and 0 for the schema; an angle of `false` degrees is a slip of the pen."""
    for name, asked in row.get("demands", {}).items():
        if name.endswith("_deg") and isinstance(asked, bool):
            raise BrokenCatalogue(f"{where}: demands.{name}: degrees are a number, 0 where the joint stays still")


def _read(adapter: TypeAdapter[E], row: dict[str, Any], *, where: str) -> E:
    try:
        return adapter.validate_python(row, strict=False)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise BrokenCatalogue(f"{where}: {place}: {first['msg']}") from error
