"""A line asked for at a terminal, to be edited and completed; imported late, for it loads a library."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.output import create_output
from prompt_toolkit.styles import Style

from tracker.reference.tables import fold

_MOST = 200
"""Completions offered at a time."""

_STYLE = Style.from_dict({"bottom-toolbar": "noreverse"})

Suggestion = tuple[str, str]
"""A word, and what it is."""


def line(label: str, present: str, *, hint: str = "", words: Sequence[Suggestion] = (), several: bool = False) -> str:
    """What is typed, beginning with what stands there; `words` complete it, each of `several` between semicolons.

    Everything is written to standard error. Raises EOFError and KeyboardInterrupt when the person ends it.
    """
    session: PromptSession[str] = PromptSession(output=create_output(stdout=sys.stderr))
    return session.prompt(
        f"  {label}: ",
        default=present,
        completer=Words(words, several=several),
        complete_while_typing=True,
        bottom_toolbar=f"  {hint}" if hint else None,
        style=_STYLE,
        reserve_space_for_menu=6 if words else 0,
    )


class Words(Completer):
    """Completes what begins a word's name, or else any part of it, in any case and with or without accents."""

    def __init__(self, words: Sequence[Suggestion], *, several: bool) -> None:
        self._words, self._several = [(fold(word), word, told) for word, told in words], several

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:
        """The words that what stands before the cursor can become."""
        typed = document.text_before_cursor
        if self._several:
            typed = typed.rpartition(";")[2]
        typed = typed.lstrip()
        if not typed and not complete_event.completion_requested:
            return
        wanted = fold(typed)
        begun = [entry for entry in self._words if entry[0].startswith(wanted)]
        within = [entry for entry in self._words if f" {wanted}" in entry[0]]
        for _, word, told in dict.fromkeys((begun + within)[:_MOST]):
            if word != typed:
                yield Completion(word, start_position=-len(typed), display_meta=told)
