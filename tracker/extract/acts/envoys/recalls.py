"""Envoys called home by the state that sent them: for consultations, or for good."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tracker.extract.actors import Actor
from tracker.extract.acts.draft import Draft, Scene, land
from tracker.extract.acts.envoys import who
from tracker.extract.acts.sides import ENVOY, doers, is_envoy, segment
from tracker.extract.syntax import object_of
from tracker.model import PartyKind

_HOME = re.compile(
    r"\b(?:home|back|recall\w*|withdr\w+|for (?:urgent )?consultations?|told to pack|(?:to|must) pack"
    r"|from (?:its|his|her|the) post)\b",
    re.I,
)
_NO_RECALL = re.compile(r"persona(?:e)? non grata|\brecalled (?:how|that)\b", re.I)
_HOMEWARD = re.compile(
    r"\b(?:home|back|for (?:\w+ )?consultations?|pack|to (?:return|come)(?! (?:in|round|over|and see)\b"
    r"| to (?:\w+ ){0,3}(?:posts?|duties|ministry|palace|office)))\b"
    r"|\b(?:pull|take|took|get|got|bring|brought)\w* (?:\S+ ){0,6}?out\b",
    re.I,
)
_CONSULTING = re.compile(
    r"\bfor (?:\w+ ){0,2}consultations?\b|\bon (?:the )?(?:orders?|instructions?|command) (?:of|from)\b"
    r"|\bon (?:\S+ ){1,3}(?:orders|instructions)\b|\b(?:recalled|called (?:in|home|back)|summoned (?:home|back))\b"
    r"|\bto (?:report|consult|give an account)\b",
    re.I,
)
_POSTING = re.compile(
    r"(?:end|terminat|cut|shorten|curtail|clos)\w* (?:\S+ ){0,4}?(?:mission|posting|term|tour|tenure|stay|service)\b",
    re.I,
)
_TOLD_HOME = re.compile(
    r"(?:told|instructed|ordered|asked|bidden) (?:\S+ ){0,3}?to (?:(?:come|return|fly|report|travel|hurry|drive"
    r"|sail) (?:\w+ ){0,2}?"
    r"(?:home|back)\b|take the (?:\w+ )?(?:plane|flight|train|ship|boat) (?:home|back|to)\b"
    r"|(?:\w+ ){1,4}for (?:\w+ )?consultations)",
    re.I,
)
_FROM_DUTY = re.compile(
    r"(?:reliev|releas|remov|dismiss|sack|fir|strip|suspend|discharg|depos|t(?:ak|ook)\w* (?:\S+ ){0,6}?(?:off"
    r"|out of|from))\w*"
    r" (?:\S+ ){0,12}?(?:post|posts|duties|office|position|mission|embassy|ambassador|envoy|high commissioner"
    r"|consul|charg[ée])",
    re.I,
)
_NEAR = 110  # characters behind a verb


def recalls(scene: Scene) -> Iterator[Draft]:
    """The sending state calls its envoy home."""
    if who.of_others(scene.act.trigger) or not _told(scene):
        return
    envoys = _called(scene)
    if not envoys:
        return
    own, post = _own_and_post(envoys[0], scene)
    subject = [a for a in doers(scene, {post}, "subj", "by") if a.country and own in {None, a.country}]
    sender = own or next((a.country for a in subject), None)
    left = post or _left(scene, sender)
    if not _by_its_own(scene, envoys[0], subject, known=bool(sender and left)):
        return
    sent = replace(envoys[0], country=sender, post=post)
    yield Draft(
        "recall",
        {"sender": [sent, *subject], "receiver": who.of_state(left)},
        subtype="consultation" if "consult" in scene.sentence.text.lower() else "withdrawal",
    )


def _called(scene: Scene) -> list[Actor]:
    """The envoys whom it is done to, told by the grammar where the verb is a common one: "took its envoy home"."""
    match scene.act.frame:
        case "goes_home":
            return who.envoys(scene, "subj")
        case "told" | "takes_home" | "sends_for":
            return [a for a in scene.get("obj", "to", "of", "for") if is_envoy(a)]
        case "ends" if scene.act.passive:
            return who.envoys(scene, "of", "as", "poss", "subj", "obj")
        case "dismisses" if ENVOY.search(scene.sentence.text):
            return who.envoys(scene, "obj", "of", "mod", "poss") or _by_name(scene)
    return [a for a in who.envoys(scene, "obj", "of", "mod", "poss") if a not in scene.get("subj")]


def _by_name(scene: Scene) -> list[Actor]:
    """Who is told only by name where the post that he loses is an envoy's: "Gil is taken off the post of consul"."""
    people = (a for a in scene.get("obj") if a.kind is PartyKind.PERSON and a.name and not a.office)
    return [replace(a, office="ambassador") for a in people]


def _told(scene: Scene) -> bool:
    """Whether the words around a trigger bring an envoy home: "called her back", "ended his mission"."""
    start, end = segment(scene)
    text, at = scene.sentence.text, scene.act.trigger.idx
    if _NO_RECALL.search(text[start:end]):
        return False
    match scene.act.frame:
        case "calls_home" | "takes_home":
            return bool(_HOMEWARD.search(text, at, at + _NEAR)) or who.to_their_capital(scene)
        case "goes_home":
            return bool(_CONSULTING.search(text, at, end)) and _goes_home(scene)
        case "ends" | "dismisses" | "sends_for":
            return _relieved(scene)
        case "told" if _TOLD_HOME.match(text, at):
            return True
        case _:
            return bool(_HOME.search(text[start:end])) and not _of_papers(scene)


def _relieved(scene: Scene) -> bool:
    """Whether an envoy is sent for, or his time at the post ended: "took her off her post", "cut his mission short"."""
    text, at = scene.sentence.text, scene.act.trigger.idx
    match scene.act.frame:
        case "sends_for":
            return who.sent_for_own(scene, who.envoys(scene, "for"))
        case "dismisses":
            return bool(_FROM_DUTY.match(text, at))
    return _term_ended(scene) if scene.act.passive else bool(_POSTING.match(text, at)) and who.acts_as_state(scene)


def _term_ended(scene: Scene) -> bool:
    """Whether what is cut short is an envoy's time at his post: "her mission as ambassador was ended"."""
    thing = object_of(scene.act)
    return thing is not None and thing.lemma_.lower() in {"mission", "posting", "term", "tour", "tenure", "service"}


def _goes_home(scene: Scene) -> bool:
    """Whether a resident envoy goes to his own capital, and no special one to another's; or leaves his post's."""
    envoy = next((a for a in scene.get("subj") if is_envoy(a) and a.country), None)
    left = [a for a in scene.get("obj", "from") if envoy and land(a) and a.country != envoy.country]
    if envoy is None or not (envoy.post or left):
        return False
    lands = [a for a in scene.get("to", "for", "in") if land(a)]
    return any(a.country == envoy.country for a in lands) or (not lands and scene.act.lemma != "be")


def _by_its_own(scene: Scene, envoy: Actor, subject: Sequence[Actor], *, known: bool) -> bool:
    """Whether an envoy's own state does it; `known` where both sides are, `subject` who of it acts."""
    match scene.act.frame:
        case "ends" | "dismisses" if not known:
            return False
        case "told":
            home = _TOLD_HOME.match(scene.sentence.text, scene.act.trigger.idx)
            return bool(subject) or (bool(home) and not _by_the_hosts(scene, envoy))
    return bool(subject) or not envoy.country or not _by_the_hosts(scene, envoy)


def _by_the_hosts(scene: Scene, envoy: Actor) -> bool:
    """Whether another state does it: "Chad ordered the Dutch envoy home" sends him away."""
    doing = {a.country for a in scene.get("subj", "by") if a.country and not is_envoy(a)}
    return bool(doing) and envoy.country not in doing


def _of_papers(scene: Scene) -> bool:
    """Whether only what an envoy holds is withdrawn: "withdrew his accreditation"."""
    thing = object_of(scene.act)
    return thing is not None and thing.lemma_.lower() in {"accreditation", "visa", "credential", "agrément"}


def _own_and_post(envoy: Actor, scene: Scene) -> tuple[str | None, str | None]:
    """Whose envoy it is and where he serves: "its envoys from Paris" there, "their ambassadors" are the subjects'."""
    said = scene.sentence.text[envoy.start : envoy.end]
    others = bool(envoy.possessor) or _by_the_hosts(scene, envoy)
    if others and envoy.country and not envoy.post and re.search(r"\bfrom\b", said):
        return None, envoy.country
    theirs = envoy.possessor == "their" or (envoy.possessor and any(a.country for a in scene.get("subj")))
    return (None if theirs else envoy.country), envoy.post


def _left(scene: Scene, sender: str | None) -> str | None:
    """The land that an envoy comes home from."""
    slots = ("obj", "from", "of") if scene.act.frame == "goes_home" else ("from", "of", "to", "in")
    lands: Sequence[Actor] = scene.get(*slots)
    return next((a.country for a in lands if land(a) and a.country != sender), None)
