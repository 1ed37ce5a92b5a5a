"""Which words are known besides those that come with the program: put in force before a command does anything."""

from __future__ import annotations

from tracker import reference, settings


def learn(given: str | None = None) -> None:
    """Puts the words file in force that is `given` or set, or no words where there is none.

    Raises InputError when it cannot be used.
    """
    file = settings.load(given={"words": given}).words
    reference.use(reference.read_words(file) if file else reference.NO_WORDS)
