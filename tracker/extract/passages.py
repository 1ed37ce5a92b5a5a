"""A document cut into passages: sentences, headlines and list lines, with where each stands.

Sentences are cut by rule and not by the parser, so that a line without a verb (a headline, a bullet, a caption) stays
whole and only what deserves it is parsed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum

from tracker.extract.tokens import INITIAL
from tracker.model import Document, Sentence, TimeSpan

_ABBREVIATIONS = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Adm|Sgt|Sen|Rep|Gov|Hon|Rev|St|Jr|Sr|Amb|Pres|Min|Ass?t|H\.E"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun|a\.m|p\.m"
    r"|No|Nos|vs|etc|Inc|Ltd|Corp|Co|Dept|Art|Fig|approx|cf|ca|e\.g|i\.e|N\.B"
    r"|Fla|Calif|Md|Va|Pa|Conn|Mass)"
    rf"|\b[A-Z](?:\.[A-Z])*)\.$|\b{INITIAL}$"
)
_STOP = re.compile(r"(?<=[.!?…])[\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9À-ÞĀ-Ž•])|(?<=[:;])\s+(?=[•▪‣]\s)")
_LONGEST = 2_500  # characters of a sentence; of 23,548 real ones the longest has 2,402
_LONGEST_WORD = 24  # characters in which an abbreviation and the quotation marks behind it stand
_BULLET = re.compile(r"^\s*(?:[•▪‣*·–—-]|\(?\d{1,2}[.)]|\(?[a-zA-Z][.)]\d?|[A-Z]\.\d{1,2})\s+")
_TERMINATED = re.compile(r"[.!?…:;,][\"”’')\]]*\s*$")
_PUNCTUATED = re.compile(r"[.;,][\"”’']?$")
_ABBREVIATED = re.compile(r"\b(?:[A-Z]\.){2,}$")
_DATELINE = re.compile(
    r"^\W{0,4}(?P<place>[A-ZÀ-Þ][\w.'’À-ž-]*(?:[ -][A-ZÀ-Þ][\w.'’À-ž-]*){0,3})"
    r"(?:[,/] ?(?:[A-ZÀ-Þ][\w.'’-]*\.?(?: [A-ZÀ-Þ][\w.'’-]*){0,2}|\[[^\]]+\]))?"
    r"(?:[,.]? ?(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?)?"
    r"(?:[,.]? ?(?:\([^)]{2,40}\)|/[^/]{2,20}/))?"
    r"\s*(?:(?<=\s)-|-(?=\s)|--|[–—]{1,2}|(?<=\)):|/[A-Z]{3,}/)\s*(?=[\"“‘'A-Z0-9À-Þ(])"
)
_MONTH = re.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b")
_ENTRY = re.compile(r"^\W{0,4}((?:18|19|20)\d\d)(?:[.:]|\s+[–—-]|\s*$)")
_ENTRIES = 3  # paragraphs headed alike that make a chronology or a diary
_ITEMS = 2  # further datelines that make a round-up
_DATELINE_WITHIN = 6  # paragraphs: mastheads and bylines come first
_SHORTEST_LEAD = 20  # characters: "TOKYO - Afghan talks" alone is a headline


class Kind(Enum):
    """What a passage is to the article."""

    HEADLINE = "headline"
    LEAD = "lead"
    BODY = "body"
    HEADING = "heading"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence or verbless line.

    `paragraph` counts from 0 at the headline, `index` the passages; `body_start` is the offset behind a bullet or
    dateline.
    """

    sentence: Sentence
    kind: Kind
    paragraph: int
    index: int
    body_start: int = 0

    @property
    def text(self) -> str:
        """The passage without the bullet or dateline before it."""
        return self.sentence.text[self.body_start :]


@dataclass(frozen=True, slots=True)
class Cut:
    """The passages of a document in order, the place its dateline names, and by paragraph those of later datelines."""

    passages: tuple[Passage, ...]
    dateline_place: str | None = None
    items: Mapping[int, str] = field(default_factory=dict)


def cut(document: Document) -> Cut:
    """Passages of the title (where the text does not repeat it) and of the text, boilerplate left out."""
    title = document.title.strip()
    passages: list[Passage] = []
    if title and not _opens_with(document.text, title):
        passages.append(Passage(Sentence(title, 0, len(title), "title"), Kind.HEADLINE, 0, 0))
    places: dict[int, str] = {}
    for number, (start, end) in enumerate(_paragraphs(document), start=len(passages)):
        line = document.text[start:end]
        dateline = _dateline(line) if number <= _DATELINE_WITHIN or places else None
        dateline = dateline if dateline and (not places or dateline["place"].isupper()) else None
        kind = _kind(line, number, has_headline=bool(passages), dateline=dateline is not None and not places)
        places |= {number: dateline["place"]} if dateline else {}
        skip = dateline.end() if dateline else _bullet(line)
        for s, e in sentences(line):
            body = min(max(0, skip - s), e - s)
            passages.append(Passage(Sentence(line[s:e], start + s, start + e), kind, number, len(passages), body))
    years = chronology(passages)
    dated = tuple(_without_year(p) if p.paragraph in years else p for p in passages)
    further = dict(list(places.items())[1:])
    return Cut(dated, next(iter(places.values()), None), further if len(further) >= _ITEMS else {})


def chronology(passages: Iterable[Passage]) -> dict[int, TimeSpan]:
    """The year that heads each paragraph of a chronology, by the paragraph's number; only where several have one.

    1931. Peru opens a legation in Accra in May; in June its minister arrives.
    """
    return {number: TimeSpan.year(int(found[1])) for number, found in headed(passages, _ENTRY)}


def headed(passages: Iterable[Passage], head: re.Pattern[str]) -> list[tuple[int, re.Match[str]]]:
    """The paragraphs that begin like entries, with what heads them, where there are several."""
    first = {p.paragraph: p for p in reversed(list(passages))}
    found = [(number, head.match(p.sentence.text)) for number, p in sorted(first.items())]
    entries = [(number, match) for number, match in found if match]
    return entries if len(entries) >= _ENTRIES else []


def sentences(line: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence of one line of text; one too long to be any is cut between two words."""
    for first, end in _told_apart(line):
        start = first
        while end - start > _LONGEST:
            space = line.rfind(" ", start + 1, start + _LONGEST)
            cut = space if space > 0 else start + _LONGEST
            yield start, cut
            start = cut
        yield start, end


def _told_apart(line: str) -> Iterator[tuple[int, int]]:
    start = 0
    for stop in _STOP.finditer(line):
        numbered = start == 0 and _BULLET.fullmatch(line[: stop.end()])
        last_word = line[max(start, stop.start() - _LONGEST_WORD) : stop.start()]
        if not numbered and not _ABBREVIATIONS.search(last_word.rstrip("\"”’')]")):
            yield start, stop.start() + _closing(stop.group())
            start = stop.end()
    if line[start:].strip():
        yield start, len(line)


def _without_year(passage: Passage) -> Passage:
    """A passage of a chronology, its text without the year that heads it."""
    heading = _ENTRY.match(passage.sentence.text)
    return replace(passage, body_start=heading.end()) if heading else passage


def _dateline(line: str) -> re.Match[str] | None:
    found = _DATELINE.match(line)
    if found and len(line) - found.end() >= _SHORTEST_LEAD and not _MONTH.match(found["place"]):
        return found
    return None


def _closing(gap: str) -> int:
    return len(gap) - len(gap.lstrip("\"”’')]"))


def _paragraphs(document: Document) -> Iterator[tuple[int, int]]:
    for line in re.finditer(r"[^\n]+", document.text):
        text = line.group()
        start = line.start() + len(text) - len(text.lstrip())
        end = line.start() + len(text.rstrip())
        if start < end and not any(a <= start and end <= b for a, b in document.boilerplate):
            yield start, end


def _opens_with(text: str, title: str) -> bool:
    head = text.lstrip()[: len(title) + 40]
    return " ".join(head.split()).casefold().startswith(" ".join(title.split()).casefold())


def _kind(line: str, number: int, *, has_headline: bool, dateline: bool) -> Kind:
    if dateline:
        return Kind.LEAD
    if not has_headline and len(line) < 200 and (not _PUNCTUATED.search(line) or _capitals_to_the_end(line)):
        return Kind.HEADLINE
    if _bullet(line):
        return Kind.ITEM
    if len(line) < 120 and not _TERMINATED.search(line):
        return Kind.HEADING
    return Kind.LEAD if number <= 1 else Kind.BODY


def _capitals_to_the_end(line: str) -> bool:
    """Whether a line ends with an abbreviation and is set as headlines are: "JAPAN TO CUT EXPORTS TO U.S."."""
    return bool(_ABBREVIATED.search(line)) and not re.search(r"\b[a-z]{5,}", line)


def _bullet(line: str) -> int:
    bullet = _BULLET.match(line)
    return bullet.end() if bullet else 0
