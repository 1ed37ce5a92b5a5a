"""Who is named in a sentence: people with their offices, officials, countries and organisations.

The shapes in which English names an actor are regular expressions over the tags of a sentence (see `tagging`):

    DmONN       Japanese foreign minister Taro Kono                 CsNN        Peru's Luis Gil
    OfmfCNN     Minister of Defence of Kenya Amina Odhiambo         NN,dDmO     Alma Reyes, the Chilean foreign minister
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from tracker.extract.lexicon import words
from tracker.extract.tagging import Unit, tag
from tracker.model import PartyKind

_NAME = r"(?P<name>[Ni]p{0,3}(?:[Ni]|p{1,2}N)*)"
_LAND = r"[CDKSG]"  # a city that is no capital (`L`) stands for nobody
_PORTFOLIO = "|".join(
    (
        r"[fo](?:d?m[am,]*)+(?=[^nNw]|$)",  # minister of foreign affairs and trade
        r"[fo]d?(?:[mnN][am,]*?){1,6}(?=,H*N)",  # Minister for Climate and Energy, Mr Aasen
        r"[fo]d?(?:[mn]a?)+",  # Minister of the Interior
        r"fd?m*[OQ]",  # chief of the general staff
        r"td?O(?!N)",  # adviser to the president
    )
)
_OFFICE = rf"m*[OQ](?:{_PORTFOLIO})?"
_OWNERS = rf"(?:{_LAND}s,)+{_LAND}s,?a{_LAND}s|(?:D,)+D,?aD|{_LAND}s?(?:ad?{_LAND}s?)?"  # "Chile's, Peru's and Togo's"
_BEFORE = rf"(?:d|r)?(?:m+(?={_LAND}))?(?P<before>{_OWNERS})?"
_OF = r"(?:[fx]d?(?:n|w|N)?(?:C|D(?=[^ONm]|$)|G|K|S))"
_AFTER = rf"(?P<after>{_OF})?"
_NEXT = re.compile(r", (?:the )?")
_LAST = re.compile(r",? and (?:of )?(?:the )?")
_NO_NAMESAKES: Mapping[str, str] = MappingProxyType({})
_POST = r"(?P<post>(?<!Q)[to]d?[CGKL])?"


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone or something that can take part, as a stretch of a sentence.

    `country` is the code of the country that it is or acts for, `organisation` likewise; `post` the country that an
    envoy is sent to; `head` the offset of the word that carries it in the syntax. `group` marks officials without
    a name of their own, `opposite` those called a counterpart. `surface` is the kind of word a country was named by.
    """

    kind: PartyKind
    start: int
    end: int
    head: int
    name: str = ""
    office: str = ""
    country: str | None = None
    organisation: str | None = None
    post: str | None = None
    group: bool = False
    opposite: bool = False
    surface: str = ""
    possessor: str = ""


def state(code: str) -> Actor:
    """A country that takes part without a word of the sentence for it."""
    return Actor(PartyKind.COUNTRY, 0, 0, 0, country=code, surface="country")


def find_actors(
    text: str,
    *,
    on: date | None = None,
    known: Callable[[str], bool] = lambda _: False,
    meant: Mapping[str, str] = _NO_NAMESAKES,
) -> list[Actor]:
    """The actors of a sentence in order.

    `on` decides who ruled, `known` tells surnames met before, `meant` whose a name is that several countries share.
    """
    units = tag(text, on=on, known=known, meant=meant)
    tags = "".join(unit.tag for unit in units)
    taken = bytearray(len(units))
    found: list[Actor] = []
    for shape, build in _SHAPES:
        for match in shape.finditer(tags):
            if not any(taken[match.start() : match.end()]):
                taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
                found += build(match, units)
    return _of_each(sorted(found, key=lambda actor: actor.start), text)


def _of_each(actors: list[Actor], text: str) -> list[Actor]:
    """The actors, lands that are joined to a group's own as the same officials: "the presidents of Chile and Peru"."""
    shared: list[Actor] = []
    for number, actor in enumerate(actors):
        before = shared[-1] if shared else None
        if before is not None and _of_a_land(before, text) and _joins(actors, number, text):
            shared.append(replace(before, start=actor.start, end=actor.end, country=actor.country))
        else:
            shared.append(actor)
    return shared


def _of_a_land(actor: Actor, text: str) -> bool:
    """Whether a group is told with its land behind it; the first of a list, or one more."""
    told = text[actor.start : actor.end]
    return actor.group and actor.country is not None and (" of " in told or actor.head < actor.start)


def _joins(actors: list[Actor], number: int, text: str) -> bool:
    """Whether a land goes on a list that is closed by "and", and owns nothing itself: "of Chile, Peru and Togo"."""
    last = number
    while last < len(actors) and actors[last].surface in {"country", "capital"}:
        gap = text[actors[last - 1].end : actors[last].start]
        if _LAST.fullmatch(gap):
            return not text[actors[last].end :].startswith(("'s", "’s", "s' "))
        if not _NEXT.fullmatch(gap):
            return False
        last += 1
    return False


def _official(match: re.Match[str], units: Sequence[Unit]) -> Iterator[Actor]:
    """An office, with or without its holder's name, and the others of "the Dutch and Danish prime ministers"."""
    name, before = _span(match, "name", units), _span(match, "before", units)
    flags = _heads(match, units)[-1].kind
    side = _affiliation((*before, *_span(match, "after", units), *_span(match, "behind", units)))
    group = "g" in flags and not name
    gathered = group and "e" not in flags and _gathered(match, units)
    sent_to, _ = (None, None) if gathered else _affiliation(_span(match, "post", units))
    if side == (None, None) and flags and _heads(match, units)[-1].text.lower() == "nuncio":
        side = "VAT", None
    if sent_to and ("e" not in flags or _of_the_commonwealth(match, units)):  # "adviser to Kenya" serves it
        side, sent_to = (side[0] or sent_to, side[1]), None
    if not sent_to and "e" in flags:
        sent_to = _left_behind(match, units)
    apart = gathered or _on_the_way(match, units, known=side != (None, None))
    last = match.start("post") if apart else match.end()
    actor = Actor(
        PartyKind.COUNTRY if group else PartyKind.PERSON,
        units[match.start()].start,
        units[last - 1].end,
        _carrier(match, units).start,
        name=_spelt(name),
        office=" ".join(unit.text for unit in _span(match, "office", units)),
        country=side[0],
        organisation=side[1],
        post=sent_to,
        group=group,
        opposite="o" in flags,
        possessor=next((u.text.lower() for u in units[match.start() : match.end()] if u.tag == "r"), ""),
    )
    yield actor
    yield from _lands(units[last : match.end()])
    others = (_affiliation((unit,)) for unit in before) if group else ()
    for country, organisation in others:
        if (country or organisation) and (country, organisation) != side:
            yield replace(actor, country=country, organisation=organisation)


def _of_the_commonwealth(match: re.Match[str], units: Sequence[Unit]) -> bool:
    """Whether "for" names whose envoy it is: "the High Commissioner for Ghana"."""
    post, office = _span(match, "post", units), _span(match, "office", units)
    return bool(post) and post[0].text.lower() == "for" and office[-1].text.lower().endswith("high commissioner")


def _left_behind(match: re.Match[str], units: Sequence[Unit]) -> str | None:
    """The post that an envoy comes home from: "Chile's ambassador from Quito"."""
    before, after = _span(match, "before", units), _span(match, "after", units)
    own, other = _affiliation(before)[0], _affiliation(after)[0]
    return other if own and after and after[0].tag == "x" and other != own else None


def _on_the_way(match: re.Match[str], units: Sequence[Unit], *, known: bool) -> bool:
    """Whether what stands where an envoy's post would is only a way or a place: "the visit of Peru's king to Chile"."""
    name_behind = bool(_span(match, "name", units)) and match.start("name") > match.start("post")
    own = known and bool(_affiliation(_span(match, "before", units))[0])
    return bool(_span(match, "post", units)) and own and not name_behind and "e" not in _heads(match, units)[-1].kind


def _gathered(match: re.Match[str], units: Sequence[Unit]) -> bool:
    """Whether a city is only where a group of officials is: "ministers in Lomé", but "officials in Washington"."""
    post, office = _span(match, "post", units), _span(match, "office", units)
    somewhere = bool(post) and post[0].text == "in" and post[-1].tag in "KL"
    return somewhere and office[-1].text.lower() not in words("offices", "speaking_from")


def _lands(units: Sequence[Unit]) -> Iterator[Actor]:
    return (land for unit in units if unit.tag in "CDKLSG" for land in _of_unit(unit))


def _heads(match: re.Match[str], units: Sequence[Unit]) -> list[Unit]:
    return [unit for unit in _span(match, "office", units) if unit.tag in "OQ"]


def _carrier(match: re.Match[str], units: Sequence[Unit]) -> Unit:
    """The word that carries an official in the syntax: the end of a name behind the office, else its beginning."""
    name = _span(match, "name", units)
    if not name:
        return _heads(match, units)[-1]
    return name[-1] if match.start("name") > match.start("office") else name[0]


def _person(match: re.Match[str], units: Sequence[Unit]) -> Iterator[Actor]:
    """A person without an office."""
    name = _span(match, "name", units)
    country, organisation = _affiliation((*_span(match, "before", units), *_span(match, "after", units)))
    yield Actor(
        PartyKind.PERSON,
        units[match.start()].start,
        units[match.end() - 1].end,
        name[-1].start,
        name=_spelt(name),
        country=country,
        organisation=organisation,
    )


def _land(match: re.Match[str], units: Sequence[Unit]) -> Iterator[Actor]:
    """A country, city or organisation by itself."""
    yield from _of_unit(units[match.start()])


def _of_unit(unit: Unit) -> Iterator[Actor]:
    place = (unit.start, unit.end, unit.start)
    if unit.tag == "G":
        yield Actor(PartyKind.ORGANISATION, *place, name=unit.code, organisation=unit.code, surface=unit.kind)
    else:
        yield Actor(PartyKind.COUNTRY, *place, name=unit.text, country=unit.code, surface=unit.kind)


def _span(match: re.Match[str], group: str, units: Sequence[Unit]) -> Sequence[Unit]:
    """The units of a group of a shape; none where the shape lacks it."""
    if group not in match.re.groupindex or match[group] is None:
        return ()
    return units[match.start(group) : match.end(group)]


def _affiliation(units: Iterable[Unit]) -> tuple[str | None, str | None]:
    """Country and organisation of the first land named."""
    for unit in units:
        if unit.tag == "G":
            return None, unit.code
        if unit.tag in "CDKLS":
            return unit.code, None
    return None, None


def _spelt(units: Sequence[Unit]) -> str:
    """A name with single spaces and none before a mark."""
    return re.sub(r"\s+([.,])", r"\1", " ".join(unit.text for unit in units)).strip(" ,")


_Builder = Callable[["re.Match[str]", Sequence[Unit]], Iterator[Actor]]
_SHAPES: tuple[tuple[re.Pattern[str], _Builder], ...] = tuple(
    (re.compile(shape), build)
    for shape, build in (
        # Ann Mwangi ambassador to Norway, John Kamau ambassador to Peru and Mary Otieno ambassador to Ghana
        (rf"(?P<name>NN+)(?P<office>{_OFFICE})(?P<post>t[CK])(?=,?a?NN+m*Ot[CK])", _official),
        (rf"(?<=[CK]a)(?P<name>NN+)(?P<office>{_OFFICE})(?P<post>t[CK])", _official),
        # Japan's new ambassador to Kabul, Takashi Okada / Prime Minister of Malaysia Anwar Ibrahim
        (rf"{_BEFORE}(?P<office>{_OFFICE}(?:a{_OFFICE})?){_AFTER}{_POST},?H*{_NAME}(?P<behind>{_OF})?", _official),
        # Alma Reyes, the Chilean foreign minister / Nils Lind, the new Ambassador of Norway
        (rf"H*{_NAME},H*{_BEFORE}H*(?P<office>{_OFFICE}){_AFTER}{_POST}", _official),
        # the Afghan delegation / officials of Japan / its foreign minister
        (rf"{_BEFORE}(?P<office>{_OFFICE}){_AFTER}{_POST}", _official),
        # Peru's Luis Gil / the Italian, Carlo Berti
        (rf"(?P<before>{_LAND}s|dD,?|D(?=H))H*{_NAME}", _person),
        # Alma Reyes of Chile
        (rf"H*{_NAME}(?P<after>f[CG])", _person),
        # Mr. Okada / Okada
        (rf"H+{_NAME}", _person),
        (_NAME, _person),
        (rf"{_LAND}|L", _land),
    )
)
