"""Lists: the envoys or attendees that one sentence announces and others name.

Nine new ambassadors presented their credentials today. …     1. Dr. Désiré Some / Ambassador of Burkina Faso
Ministers of seven countries met here. …                      The members are Benin, Mali, Niger and Togo.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from tracker.extract.actors import Actor
from tracker.extract.acts.draft import Draft, Sentence, party
from tracker.extract.acts.sides import is_envoy
from tracker.extract.passages import Kind, Passage
from tracker.model import PartyKind, Status

Line = tuple[Passage, Sequence[Actor]]

_LISTED = {Kind.ITEM, Kind.HEADING}
_ATTENDING = re.compile(
    r"\b(represent\w*|attend\w*|tak\w+ part|took part|participa\w+|members? (?:are|is)|include|compris\w+"
    r"|delegations from)\b|\bgroups (?:\w+ ){0,4}(?:--|[-–—:])|\b(?:states|members|nations|countries) ?(?:--|[-–—:(])",
    re.I,
)
_CEREMONY = re.compile(
    r"\b(?:ceremony|ceremonies|first|second|third|last|turn|then|also|next|likewise|followed|too)\b", re.I
)
_ENVOYS = re.compile(r"\b(?:ambassador|high commissioner|envoy|diplomat|representative|charg)\w*", re.I)
_REPRESENT = re.compile(r"\b(?:ambassadors?|envoys?|diplomats?|heads of mission) (?:will )?represent\b", re.I)
_HANDING = re.compile(r"\b(?:receiv|hand|present|deliver|submit|transfer)\w*", re.I)
_NEAR = 3  # passages that a ceremony is told in
_TOGETHER = {"meeting", "summit"}
_MANY = 3  # countries from which a sentence is a list


def envoys(announced: Draft, lines: Sequence[Line], seen: set[str]) -> Iterator[Draft]:
    """One draft for each envoy that the lines of a list name with a country; `seen` are those told, and grows."""
    hosts = announced.role("receiver")
    first = announced.passage.index if announced.passage else 0
    for index, (passage, actors) in enumerate(lines):
        for actor in _listed(passage, actors, behind=passage.index >= first):
            if actor.country in hosts | seen or actor.country is None:
                continue
            seen.add(actor.country)
            named = actor if actor.name else replace(actor, kind=PartyKind.PERSON, name=_name_before(lines, index))
            roles = {**announced.roles, "sender": [named]}
            evidence = [*announced.evidence, passage]
            yield replace(announced, roles=roles, evidence=evidence, group=None)


def one_by_one(announced: Draft, lines: Sequence[Line], drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with a meeting for each envoy that a list names, instead of one of them all (codebook §2)."""
    hosts, first = announced.parties, announced.passage.index if announced.passage else 0
    for passage, actors in lines:
        guests = {a.country: a for a in reversed(actors) if a.country and a.country not in hosts and _guest(a)}
        if passage.index < first or len(guests) < _MANY or not _ENVOYS.search(passage.text):
            continue
        kept = [d for d in drafts if d.type not in _TOGETHER or len(d.countries & guests.keys()) < _MANY]
        single = [d for d in kept if d.type == "meeting" and d.countries & hosts]
        for draft in single:
            draft.when = draft.when or announced.when
        told = {country for draft in single for country in draft.countries}
        evidence = [*announced.evidence, passage]
        present = [a for a in announced.roles["participant"] if party(a)]
        return kept + [
            replace(announced, roles={"participant": [*present, guest]}, evidence=evidence, group=None)
            for country, guest in reversed(guests.items())
            if country not in told
        ]
    return list(drafts)


def _guest(actor: Actor) -> bool:
    return actor.surface == "country" or (actor.kind is PartyKind.PERSON and is_envoy(actor)) or actor.group


def _listed(passage: Passage, actors: Sequence[Actor], *, behind: bool) -> list[Actor]:
    """The envoys that a line names with their countries: by office, or by a country beside a name."""
    line = passage.kind in _LISTED
    if behind and (represented := _REPRESENT.search(passage.text)):
        return [a for a in actors if a.start > represented.start() and a.surface == "country"]
    offices = [a for a in actors if a.country and is_envoy(a)] if line else []
    paired = [replace(a, country=b.country) for a, b in pairwise(actors) if _beside(a, b, passage.text)]
    paired += [replace(b, country=a.country) for a, b in pairwise(actors) if _beside(b, a, passage.text) and line]
    return [*offices, *(paired if behind and (line or len(paired) > 1) else [])]


def _beside(person: Actor, country: Actor, text: str) -> bool:
    """Whether a country is put to a name in a list: "Lars Berg (Norway)", "Luis Rey, Peru;", "Nepal: Ram Thapa"."""
    if person.kind is not PartyKind.PERSON or not person.name or person.country or country.surface != "country":
        return False
    if person.start < country.start:
        gap, behind = text[person.end : country.start], text[country.end : country.end + 1]
        return bool(re.fullmatch(r"\s*(?:\(|,|–|—|-|of)\s*(?:the )?", gap)) and behind in {"", ")", ";", ",", "."}
    return bool(re.fullmatch(r"\s*[:–—-]\s*(?:H\.E\.|Mr\.?|Ms\.?|Mrs\.?|Dr\.?)?\s*", text[country.end : person.start]))


def ceremony(sentence: Sentence, told: Sequence[Draft], now: Sequence[Draft]) -> Iterator[Draft]:
    """Further envoys of a ceremony told before: "Next the ambassador of Ghana handed his letters over"."""
    model = next((d for d in reversed(told) if d.type == "accreditation"), None)
    if model is None or model.passage is None or any(d.type == "accreditation" for d in now):
        return
    near = sentence.passage.index - model.passage.index <= _NEAR
    if not (near and _CEREMONY.search(sentence.text) and _HANDING.search(sentence.text)):
        return
    known = model.role("receiver") | model.role("sender")
    for envoy in sentence.actors:
        if is_envoy(envoy) and party(envoy) and party(envoy) not in known and not envoy.group:
            evidence = [*model.evidence, sentence.passage]
            yield replace(
                model, roles={**model.roles, "sender": [envoy]}, passage=sentence.passage, evidence=evidence, group=None
            )


def of_ceremony(draft: Draft, announced: Sequence[Draft]) -> None:
    """Give an accreditation without a date of its own that of the ceremony announced before it."""
    if (
        draft.type == "accreditation"
        and draft.when is None
        and draft.timing.when is None
        and not draft.reading.background
    ):
        told = next((a for a in reversed(announced) if a.role("receiver") == draft.role("receiver")), None)
        if told is not None:
            draft.when, draft.place = told.when, draft.place if draft.place.country else told.place


def _name_before(lines: Sequence[Line], index: int) -> str:
    """The person on the line before an office that stands alone."""
    if index == 0:
        return ""
    people = [a for a in lines[index - 1][1] if a.kind is PartyKind.PERSON and a.name and not a.country]
    return people[0].name if len(people) == 1 else ""


_LEADS = re.compile(
    r"\b(?:will lead|leads|led|is leading|headed) (?:the|this) (?:presidential )?(?:delegation|mission)\b", re.I
)
_MEMBERS = re.compile(r"\bmembers? of the (?:\w+ )?delegation\b", re.I)


def members(visit: Draft, lines: Sequence[Line]) -> None:
    """Add to a delegation's visit the people who lead it and those its list names."""
    if visit.type != "visit" or visit.trigger.lower() != "delegation":
        return
    sender = next((a.country for a in visit.roles["visitor"] if a.country), None)
    listed = False
    for passage, actors in lines:
        if (listed and passage.kind is not Kind.LEAD) or _LEADS.search(passage.text):
            people = [a for a in actors if a.kind is PartyKind.PERSON and a.name][:1]
            visit.roles["visitor"] += [replace(a, country=sender, organisation=None) for a in people]
        listed = listed or bool(_MEMBERS.search(passage.text))


def attendees(gathering: Draft, lines: Sequence[Line]) -> None:
    """Add to a gathering without attendees the countries that a list of the document names."""
    if gathering.type != "summit" or len(gathering.countries) >= _MANY - 1:
        return
    for passage, actors in lines:
        listed = {a.country: a for a in actors if a.kind is PartyKind.COUNTRY and a.surface == "country" and party(a)}
        if len(listed) >= _MANY and _ATTENDING.search(passage.text):
            present = gathering.countries
            gathering.roles["participant"] = [
                *gathering.roles.get("participant", []),
                *(a for c, a in listed.items() if c not in present),
            ]
            gathering.evidence.append(passage)
            return


_MINISTER = re.compile(r"\b(?:minister|chancellor|delegate|delegation|premier|president|chairman|treasurer)\b", re.I)
_STAND = re.compile(
    r",?(?: (?:\w+ly|was|were|is|are|has|have|had|been|also|both|still|again|alone|expected|understood|maintained|to|its"
    r"|their)){0,4}"
    r" (?:oppos\w+|reject\w+|support\w+|back(?:s|ed|ing)\b|block(?:s|ed|ing)\b|object(?:s|ed|ing)\b|veto\w*|favou?r\w*"
    r"|abstain\w*|resist\w*|insist\w*|against\b|angered\b|lead opposition)",
    re.I,
)
_FROM_THEM = re.compile(
    r"\b(?:opposition|objections|support|resistance|reservations|demands?|backed|opposed|supported|blocked)"
    r"(?: \w+ly)? (?:from|by|of) (?:the )?$",
    re.I,
)


def voices(session: Draft, lines: Sequence[Line]) -> None:
    """Add to a session of an organisation's officials the states whose minister or whose stand there is told.

    "The tax was opposed by Britain and Denmark", "Belgium's Jan Maas, who chaired the talks, said".
    """
    ours = any(a.group and a.organisation for a in session.actors) and not session.bygone
    if session.type != "summit" or session.status is not Status.OCCURRED or not ours or not _of_the_lead(session):
        return
    heard = [a for passage, actors in lines for a in (*_ministers(actors), *_taking_a_stand(passage.text, actors))]
    for actor in heard:
        if actor.country not in session.countries:
            session.roles.setdefault("participant", []).append(actor)


def _of_the_lead(session: Draft) -> bool:
    return session.passage is not None and session.passage.paragraph <= _NEAR


def _ministers(actors: Sequence[Actor]) -> Iterator[Actor]:
    """The ministers whom a line names, with their states."""
    named = (a for a in actors if a.kind is PartyKind.PERSON and a.name and a.country and not a.organisation)
    return (a for a in named if _MINISTER.search(a.office))


def _taking_a_stand(text: str, actors: Sequence[Actor]) -> Iterator[Actor]:
    """The states that a line says are for or against something, with those listed beside them."""
    states = [a for a in actors if a.surface == "country"]
    lists: list[list[Actor]] = []
    for actor in states:
        beside = bool(lists) and _BESIDE_IT.fullmatch(text[lists[-1][-1].end : actor.start])
        if beside:
            lists[-1].append(actor)
        else:
            lists.append([actor])
    for together in lists:
        if _STAND.match(text, together[-1].end) or _FROM_THEM.search(text[: together[0].start]):
            yield from together


_BESIDE_IT = re.compile(r",? ?(?:and |with |backed by )?(?:the )?")
