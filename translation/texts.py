"""The developer's commands about translations.

python translation/texts.py update           bring every .po file up to the texts as they are now
python translation/texts.py check [FILE…]    what is torn, doubtful, missing or out of date; exit 1 where that breaks a promise
python translation/texts.py count            words, and how many are translated
python translation/texts.py compile          .po files to what programs read, and the pseudo-language
python translation/texts.py extract FOLDER   empty templates (.pot), for a language that is not here yet
"""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from catalogues import LOCALE, compile_all, is_translated, known_in, longest, read, sources, template, update, words_of, write
from faults import faults_of
from places import files
from pseudo import compile_pseudo
from psoas.vocabulary.language import languages


def translated_into() -> list[str]:
    """Languages that people write."""
    return [one.code for one in languages().values() if one.code != "en" and not one.pseudo]


def update_all(_: Sequence[str]) -> int:
    found = files()
    for language in translated_into():
        folder = LOCALE / language
        known = known_in(folder)
        for name, texts in found.items():
            path = folder / f"{name}.po"
            write(update(path, template(name, texts, language=language), known), path)
    return count([])


def extract(arguments: Sequence[str]) -> int:
    for name, texts in files().items():
        write(template(name, texts, language="en"), Path(arguments[0]) / f"{name}.pot")
    return 0


def count(_: Sequence[str]) -> int:
    for language in translated_into():
        for path in sorted((LOCALE / language).glob("*.po")):
            messages = [message for message in read(path) if message.id]
            done = [message for message in messages if is_translated(message) and not message.fuzzy]
            words, said = (sum(words_of(longest(message)) for message in some) for some in (messages, done))
            print(f"{language} {path.name:<18} {len(messages):>5} texts {words:>6} words, {said:>6} translated")
    return 0


def compile_languages(_: Sequence[str]) -> int:
    for language in translated_into():
        print(f"{language}: {compile_all(LOCALE / language)} texts")
    return 0


def pseudo(_: Sequence[str]) -> int:
    language = next(one.code for one in languages().values() if one.pseudo)
    texts = [text for found in files().values() for text in found]
    print(f"{language}: {compile_pseudo(texts, language)} texts")
    return 0


def check(arguments: Sequence[str]) -> int:
    paths = [Path(name) for name in arguments] or sorted(LOCALE.glob("*/*.po"))
    faults = [fault for path in paths for fault in faults_of(read(path), path, languages()[path.parent.name])]
    faults += [] if arguments else stale()
    print("\n".join(faults) or "The translations have no findings.")
    return 1 if faults else 0


def stale() -> list[str]:
    """Texts that no file of a language has been given yet."""
    found = {(text.context, text.says) for texts in files().values() for text in texts}
    return [
        f"{language}: {len(unknown)} new texts: run make texts, then translate"
        for language in translated_into()
        if (unknown := found - {source for path in (LOCALE / language).glob("*.po") for source in sources(read(path))})
    ]


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "update": update_all,
    "check": check,
    "count": count,
    "compile": compile_languages,
    "pseudo": pseudo,
    "extract": extract,
}

if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in COMMANDS:
        sys.exit(__doc__)
    sys.exit(COMMANDS[sys.argv[1]](sys.argv[2:]))
