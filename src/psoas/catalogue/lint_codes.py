"""The catalogue's lint: each code is stable, says where and what, and hints at the remedy. The checks stand in `lint`."""

from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.lint import demands, doses, effects, ladders, pointers, readability, references, safety, wording
from psoas.catalogue.problem import Check, Problem

CHECKS: tuple[Check, ...] = tuple(
    Check(code=code, means=means, hint=hint, finds=finds)
    for code, means, hint, finds in (
        ("C001", "a rung names an exercise that does not exist", "name an exercise or leave it out", ladders.unknown_rungs),
        ("C002", "an exercise stands on no ladder", "name an easier or a harder rung", ladders.lone_exercises),
        ("C003", "a ladder runs in a circle", "break the circle", ladders.circular_ladders),
        ("C004", "a source is cited that is not there", "add it to sources.toml or cite another", references.missing_sources),
        ("C005", "a source that nothing cites", "cite it or take it out", references.orphan_sources),
        ("C007", "two kinds of entry share an id", "rename one of them", references.shared_ids),
        ("C008", "a closing rule names what does not exist", "correct the name", safety.unknown_limits),
        ("C009", "a condition is named that does not exist", "correct the name", safety.unknown_conditions),
        ("C010", "a sentence is too long to be read aloud", "split it", wording.long_sentences),
        ("C011", "a ladder ends while a rung lies beyond", "name the rung on both sides", ladders.dead_ends),
        ("C012", "a ladder begins too hard", "add an easier rung, or name one", ladders.hard_beginnings),
        ("C013", "a harder rung opens before the easier one", "correct healing weeks or week", ladders.easier_harder_rungs),
        (
            "C014",
            "no way up leads to an exercise",
            "let its ladder begin with a row that has no easier",
            ladders.unreached_rows,
        ),
        ("C015", "two demands cannot both be true", "correct the demands", demands.contradictions),
        ("C016", "a demand leaves out what equipment or dose bring", "correct the demands", demands.unlike_the_entry),
        (
            "C017",
            "a floor movement offers no other way",
            "add a variant or an easier rung off the floor",
            demands.no_other_way,
        ),
        ("C018", "a dose leaves what its source states", "bring the dose inside, or cite another", doses.beyond_their_source),
        ("C019", "a dose has a source that states none", "write the prescription, or correct it", doses.unstated_doses),
        ("C020", "a stated dose belongs to no exercise that cites it", "correct its exercises", doses.unknown_prescriptions),
        ("C021", "a short break takes a minute or more", "take micro_break away or shorten it", doses.long_breaks),
        ("C022", "a row is surer than its source", "lower the status", references.surer_than_their_source),
        ("C023", "a grade of evidence rests on no study", "grade it opinion or customary", references.graded_without_evidence),
        ("C024", "a closing rule gives no reason in words", "say why, in a whole sentence", safety.unexplained_limits),
        ("C025", "an exception does not say what to change", "add a caution for this row", safety.silent_exceptions),
        (
            "C026",
            "no gentle exercise answers a finding",
            "let a drill off the floor answer it",
            safety.unanswered_findings,
        ),
        ("C027", "a condition leaves an empty week", "open walking, breathing and a core", safety.empty_weeks),
        (
            "C028",
            "a stage after a fusion names what it cannot",
            "correct the stage or guide",
            safety.astray_on_the_path,
        ),
        ("C029", "two entries are alike", "tell them apart or keep one", wording.entries_alike),
        ("C030", "a word frightens, blames or shouts", "say it kindly", wording.harsh_words),
        ("C031", "a word only clinicians use", "say it plainly; the clinical name may keep it", wording.words_of_the_trade),
        ("C032", "a row and its source differ in status", "let them agree, or say X or D", references.unlike_their_source),
        (
            "C033",
            "a source that was read and cannot be followed",
            "add a locator, or call it M",
            references.nowhere_to_be_found,
        ),
        ("C034", "a locator has no known form", "doi:, pmid:, pmc: or an address", references.broken_locators),
        (
            "C035",
            "an effect or mechanism is claimed without evidence",
            "cite a study that speaks of it, or say that it is a picture or our view",
            effects.without_evidence,
        ),
        (
            "C036",
            "a result in prose that no cited source carries",
            "cite its source, or correct it",
            effects.numbers_from_nowhere,
        ),
        ("C037", "a docstring points at what is not here", "name a source of the catalogue or a page here", pointers.astray),
        ("C038", "a safety question is hard to read", "one thing a line, in everyday words", readability.hard_questions),
    )
)


def find_problems(catalogue: Catalogue) -> tuple[Problem, ...]:
    """Every problem, in the order of the codes."""
    return tuple(
        Problem(code=check.code, where=where, says=says, hint=check.hint)
        for check in CHECKS
        for where, says in check.finds(catalogue)
    )
