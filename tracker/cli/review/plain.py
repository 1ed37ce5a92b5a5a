"""The queue in a plain terminal: one event, one question, one key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rich.text import Text

from tracker.cli.output import print_lines, width
from tracker.cli.review.desk import Desk, undone
from tracker.cli.review.keys import Keys
from tracker.errors import InputError, TrackerError
from tracker.review import Item, Queue
from tracker.views import waiting
from tracker.views.text import clean

PROMPT = "[a]ccept [e]dit [m]erge [d]ifferent [r]eject [s]kip [u]ndo [t]ext [q]uit ? > "
KEYS = """\
  a  accept: it is right as a whole       e  edit: correct it, then decide
  m  merge: it goes into another event    d  different: it is not that other one
  r  reject: it is no engagement          s  skip: until something of it changes
  u  undo: take back what you did last    t  text: the whole article
  q  quit: what is decided is on record   ?  this"""


def sit(keys: Keys, desk: Desk) -> None:
    """Asks about event after event until the queue is empty or the person has had enough."""
    Session(desk, keys).run()


@dataclass(slots=True)
class Session:
    """One sitting at the queue."""

    desk: Desk
    keys: Keys

    def run(self) -> None:
        """Shows event after event until the queue is empty or the person has had enough."""
        try:
            while item := self._queue.look():
                self._show(item)
                while not self._answered(item):
                    pass
        except EOFError:
            return

    @property
    def _queue(self) -> Queue:
        return self.desk.queue

    def _show(self, item: Item) -> None:
        number = f"{self._queue.at + 1} of {len(self._queue.entries)}"
        print_lines([Text(), Text(f"── {number} ".ljust(min(width() or 80, 80), "─"), style="bold"), Text()])
        print_lines(waiting.lines(item.event, self.desk.told(item), width=width()))
        print()

    def _answered(self, item: Item) -> bool:
        """Whether the next event, or this one as it is now, is to be shown; what the record refuses asks again."""
        try:
            return self._act(self.keys.key(PROMPT), item)
        except TrackerError as error:
            self._say(str(error))
            return False

    def _act(self, key: str, item: Item) -> bool:
        match key:
            case "a":
                self._queue.accept()
                self._say("accepted")
            case "r":
                self._queue.reject()
                self._say("rejected")
            case "s":
                self._queue.skip()
                self._say("skipped")
            case "e":
                return self.desk.edit(item.event) or self._unchanged()
            case "m":
                return self._with_other(item, "goes into", self._merge)
            case "d":
                return self._with_other(item, "is not", self._part)
            case "u":
                self._say(undone(self._queue.undo()))
            case "q":
                raise EOFError
            case _:
                return self._other(key, item)
        return True

    def _other(self, key: str, item: Item) -> bool:
        """Keys that decide nothing."""
        if key == "t":
            for document in self.desk.documents(item.event):
                print(*map(clean, (document.title, *document.text.splitlines())), sep="\n")
        else:
            print(KEYS)
        return False

    def _with_other(self, item: Item, verb: str, act: Callable[[str], None]) -> bool:
        """Does something with one of the likely duplicates, by its number or id; False when none is named."""
        numbers = ["", "1 or ", f"1-{len(item.likely)} or "][min(len(item.likely), 2)]
        named = self.keys.line(f"  it {verb} which one ({numbers}an id; Enter for none)? ")
        if named:
            act(chosen(named, item))
        return bool(named)

    def _merge(self, id: str) -> None:
        event = self._queue.entries[self._queue.at].event.id
        self._say(f"{event} went into {self._queue.merge(id)}")

    def _part(self, id: str) -> None:
        self._say(f"it is not {id}" if self._queue.part(id) else "that was decided before; nothing changed")

    def _unchanged(self) -> bool:
        self._say("nothing was changed")
        return False

    def _say(self, message: str) -> None:
        print(f"  {clean(message)}")


def chosen(named: str, item: Item) -> str:
    """The id of a likely duplicate named by its number, or the id that is typed."""
    if named.isdigit() and len(named) <= 2:
        if not 1 <= int(named) <= len(item.likely):
            raise InputError(f"there is no {named} among them")
        return item.likely[int(named) - 1].event.id
    return named
