"""The queue on the full screen: what waits, the event at hand, and the article that tells it, side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import ClassVar

from rich.text import Text
from textual.app import App, ComposeResult, SuspendNotSupported
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from tracker.cli.review.desk import Desk, undone
from tracker.errors import TrackerError, UsageError
from tracker.model import Document, Event
from tracker.review import Act, Entry, Item
from tracker.views import passage, spans, waiting
from tracker.views.text import clean

_MARKS = {Act.ACCEPTED: "✓", Act.MERGED: "=", Act.REJECTED: "✗", Act.SKIPPED: "…", Act.ELSEWHERE: "-"}
_NARROW = 120
"""Columns below which the queue stands above the other panes, and not beside them."""

_ASIDE = 3
"""Cells that a list takes beside its text: for its padding, and the bar to scroll it with."""

KEYS = """\
a accept, r reject, s skip, u undo, e edit, q quit
m merge into the marked one below, d it is not the marked one
1-5 mark one of those that it may be
up and down, or the mouse: another event; Tab: another pane"""


class Screen(App[None]):
    """One sitting at the queue; every decision is on record at once."""

    CSS = """
    #where { background: $panel; padding: 0 1; text-style: bold; }
    * { scrollbar-size-vertical: 1; }
    #queue { width: 38; height: 100%; border: none; border-right: solid $panel; }
    #queue { text-wrap: nowrap; text-overflow: ellipsis; }
    #event { width: 1fr; }
    #facts { padding: 0 1; height: 1fr; }
    #likely { height: auto; max-height: 40%; border: none; border-top: solid $panel; display: none; }
    #likely.found { display: block; }
    #article { width: 1fr; border-left: solid $panel; padding: 0 1; }
    #article Static { margin-bottom: 1; }
    .narrow #middle { layout: vertical; }
    .narrow #queue { width: 100%; height: 25%; border-right: none; border-bottom: solid $panel; }
    .narrow #panes { height: 1fr; width: 100%; }
    #panes { width: 1fr; }
    """
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "accept", "accept"),
        Binding("e", "edit", "edit"),
        Binding("m", "merge", "merge"),
        Binding("d", "part", "different"),
        Binding("r", "reject", "reject"),
        Binding("s", "skip", "skip"),
        Binding("u", "undo", "undo"),
        Binding("q", "quit", "quit"),
        Binding("question_mark", "keys", "keys", key_display="?"),
        *(Binding(str(number), f"mark({number})", show=False) for number in range(1, 6)),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk, self.queue = desk, desk.queue
        self._item: Item | None = None
        self._drawn: dict[int, Act] = {}

    def compose(self) -> ComposeResult:
        """The panes."""
        yield Static(id="where")
        with Horizontal(id="middle"):
            yield OptionList(*(Option(_listed(entry, None)) for entry in self.queue.entries), id="queue")
            with Horizontal(id="panes"):
                with Vertical(id="event"):
                    with VerticalScroll(id="facts"):
                        yield Static(id="told")
                    yield OptionList(id="likely")
                yield VerticalScroll(id="article")
        yield Footer(compact=True)

    async def on_mount(self) -> None:
        """Shows the first event, once it is known how wide the panes are."""
        self.query_one("#queue").focus()
        self.call_after_refresh(self._show)

    def on_resize(self) -> None:
        """Puts the panes where there is room for them, and wraps what they show anew."""
        self.set_class(self.size.width < _NARROW, "narrow")
        if self._item:
            self.call_after_refresh(self._draw_event, self._item)

    async def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Takes the event at hand that the person goes to in the list."""
        if event.option_list.id == "queue" and event.option_index != self.queue.at:
            self.queue.at = event.option_index
            await self._show()

    async def action_accept(self) -> None:
        """Says that the event is right as a whole."""
        await self._act(self.queue.accept)

    async def action_reject(self) -> None:
        """Says that it is none."""
        await self._act(self.queue.reject)

    async def action_skip(self) -> None:
        """Puts it off."""
        await self._act(self.queue.skip)

    async def action_merge(self) -> None:
        """Lets it go into the marked one of those that it may be."""
        if other := self._marked():
            await self._act(lambda: f"went into {self.queue.merge(other)}")

    async def action_part(self) -> None:
        """Says that it is not the marked one."""
        if other := self._marked():
            await self._act(lambda: f"it is not {other}" if self.queue.part(other) else "that was decided before")

    async def action_edit(self) -> None:
        """Hands the event, and meanwhile the terminal, to the person's editor."""
        if item := self._item:
            await self._act(lambda: None if self._edited(item.event) else "nothing was changed")

    def _edited(self, event: Event) -> bool:
        try:
            with self.suspend():
                return self.desk.edit(event)
        except SuspendNotSupported:
            raise UsageError(
                f"this terminal lends itself to no editor; `tracker edit {event.id}` takes options"
            ) from None

    async def action_undo(self) -> None:
        """Takes back what was done last."""
        await self._act(lambda: undone(self.queue.undo()))

    def action_keys(self) -> None:
        """Says what the keys do."""
        self.notify(KEYS, title="Keys", markup=False)

    def action_mark(self, number: int) -> None:
        """Marks one of the events that it may be, counted from 1."""
        likely = self.query_one("#likely", OptionList)
        if number <= likely.option_count:
            likely.highlighted = number - 1

    async def _act(self, act: Callable[[], str | None]) -> None:
        """Does something and shows what comes next; what the record refuses is said, and changes nothing."""
        try:
            said = act()
        except TrackerError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        if said:
            self.notify(said, markup=False)
        await self._show()

    async def _show(self) -> None:
        """Draws the event at hand, or ends where none waits."""
        self._item = self.queue.look()
        if self._item is None:
            self.exit()
            return
        self._draw_queue()
        self._draw_event(self._item)
        await self._draw_article(self._item.event)

    def _draw_queue(self) -> None:
        queue, shown = self.queue, self.query_one("#queue", OptionList)
        self.query_one("#where", Static).update(
            f"{queue.at + 1} of {len(queue.entries)} · {queue.left} left · each decision is on record at once"
        )
        with shown.prevent(OptionList.OptionHighlighted):
            for at in sorted(at for at, _ in queue.closed.items() ^ self._drawn.items()):
                act = queue.closed.get(at)
                shown.replace_option_prompt_at_index(at, _listed(queue.entries[at], act))
                (shown.disable_option_at_index if act else shown.enable_option_at_index)(at)
            shown.highlighted = queue.at
        self._drawn = dict(queue.closed)

    def _draw_event(self, item: Item) -> None:
        told = self.desk.told(item)
        width = self.query_one("#facts").scrollable_content_region.width
        facts = waiting.facts(item.event, told, width=width)
        self.query_one("#told", Static).update(Text("\n").join(facts))
        likely = self.query_one("#likely", OptionList).clear_options()
        for number, other in enumerate(told.others, 1):
            likely.add_option(Option(Text("\n").join(waiting.other(number, other, width=width - _ASIDE))))
        likely.set_class(bool(told.others), "found")
        likely.highlighted = 0 if told.others else None

    async def _draw_article(self, event: Event) -> None:
        pane = self.query_one("#article", VerticalScroll)
        await pane.remove_children()
        drawn = [one for document in self.desk.documents(event) for one in _paragraphs(document, event)]
        drawn = drawn or [(Static(Text("No article on record tells it.", style="dim")), False)]
        await pane.mount(*(paragraph for paragraph, _ in drawn))
        first = next((paragraph for paragraph, quoted in drawn if quoted), None)
        if first:
            first.call_after_refresh(first.scroll_visible, animate=False, top=True)

    def _marked(self) -> str | None:
        """The id of the marked one of those that the event may be; said where there is none."""
        marked = self.query_one("#likely", OptionList).highlighted
        if self._item is None or marked is None:
            self.notify("nothing on record is like it; `tracker merge` takes any id", severity="warning", markup=False)
            return None
        return self._item.likely[marked].event.id


def _listed(entry: Entry, became: Act | None) -> Text:
    """An event's two lines in the list."""
    mark = _MARKS[became] if became else "·"
    why = entry.reasons[0].text
    return Text(f"{mark} {waiting.summary(entry.event)}\n", no_wrap=True, overflow="ellipsis").append(
        f"  {became.value if became else why}", style="dim"
    )


def _paragraphs(document: Document, event: Event) -> Iterator[tuple[Static, bool]]:
    """An article's heading and paragraphs, each with whether it holds a quotation of the event."""
    quoted = [source for source in event.sources if source.digest == document.digest]
    published = f" · {spans.iso(document.published)}" if document.published else ""
    yield Static(Text(clean(f"{document.source or document.name}{published}"), style="dim")), False
    for text, holds in passage.article(document, quoted):
        yield Static(text), holds
