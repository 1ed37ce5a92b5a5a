"""A line asked for at a terminal, to be edited and completed; imported late, for it loads a library."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

from prompt_toolkit import PromptSession
from prompt_toolkit.application import get_app
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.output import create_output
from rich.cells import cell_len

from tracker.reference.tables import fold
from tracker.views.text import cell

_MOST = 200
"""Completions offered at a time."""

_MENU = 6
"""Lines kept free for completions."""

Suggestion = tuple[str, str]
"""A word, and what it is."""


def line(
    label: str, standing: str, *, begun: str = "", hint: str = "", words: Sequence[Suggestion] = (), several: bool
) -> str:
    """What is typed, empty where nothing is; the arrow up brings what is `standing`, to be edited.

    It begins with what is `begun`. `words` complete it, each of `several` between semicolons; the hint stands there
    until something is typed. All is written to standard error. Raises EOFError and KeyboardInterrupt when the person
    ends it.
    """
    asked = f"  {label} [{standing}]: " if standing else f"  {label}: "
    output = create_output(stdout=sys.stderr)
    room = output.get_size().columns - cell_len(asked) - 1
    session: PromptSession[str] = PromptSession(output=output, key_bindings=_bringing(standing))
    return session.prompt(
        asked,
        default=begun,
        completer=Words(words, several=several),
        complete_while_typing=True,
        placeholder="" if standing else cell(f"({hint})", room).plain.rstrip(),
        reserve_space_for_menu=_MENU if words else 0,
    )


def _bringing(standing: str) -> KeyBindings:
    """The arrow up in an empty line."""
    bindings = KeyBindings()

    @bindings.add("up", filter=Condition(lambda: not get_app().current_buffer.text))
    def bring(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text(standing)

    return bindings


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
