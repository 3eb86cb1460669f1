"""How plainly the safety questions read: somebody of 70 without medical words should need no second look.

Reading age by Flesch and Kincaid (1975, from memory): 0.39 × words a sentence + 11.8 × syllables a word - 15.59 school years,
and five years more. Syllables are counted by groups of vowels, which is out by a few in a hundred. English only: each language
has its own formula.
"""

import re
from collections.abc import Iterator

from psoas.catalogue.catalogue import Catalogue
from psoas.catalogue.safety_rules import RedFlag

MOST_WORDS = 25
"""In one line that is asked."""
MOST_ORS = 2
"""Two: three things to choose from. More are signs, one a line."""
OLDEST_READING_AGE = 13
"""Years of age: a choice of ours, so that no medical words and no long sentences slip in. Status D."""
LONG_ENOUGH = 5
"""Words: on fewer the formula says nothing."""
YEARS_BEFORE_SCHOOL = 5

SENTENCE = re.compile(r"[.?!:;]+")
WORD = re.compile(r"[A-Za-z’']+")
SILENT_END = re.compile(r"(?:[^laeiouy]es|ed|[^laeiouy]e)$")
VOWELS = re.compile(r"[aeiouy]{1,2}")


def hard_questions(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """A line of a safety question that is long, holds too much, or needs too many years of school."""
    for flag in catalogue.red_flags.values():
        yield from ((flag.id, problem) for line in lines_of(flag) for problem in _problems(line))


def lines_of(flag: RedFlag) -> tuple[str, ...]:
    """What is asked, line by line."""
    return (flag.asks, *flag.signs, flag.follow_up)


def reading_age(flag: RedFlag) -> float:
    """Years of age, of the question with its signs."""
    return age_of(" ".join((flag.asks, *(f"{sign}." for sign in flag.signs))))


def _problems(line: str) -> Iterator[str]:
    if len(line.split()) > MOST_WORDS:
        yield f"{len(line.split())} words: {line[:60]}"
    if line.count(" or ") > MOST_ORS:
        yield f"more than three things to choose from: {line[:60]}"
    if len(line.split()) > LONG_ENOUGH and (age := age_of(line)) > OLDEST_READING_AGE:
        yield f"reading age {age:.1f}: {line[:60]}"


def age_of(text: str) -> float:
    """Years of age at which most people read this with ease."""
    words = WORD.findall(text)
    sentences = max(1, len(SENTENCE.findall(text)))
    syllables = sum(map(_syllables, words))
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59 + YEARS_BEFORE_SCHOOL


def _syllables(word: str) -> int:
    letters = word.lower()
    spoken = SILENT_END.sub("", letters) if len(letters) > 3 else letters
    return max(1, len(VOWELS.findall(spoken)))
