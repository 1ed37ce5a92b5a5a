"""By which channel people talk who are not in one room."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tracker.extract.acts.draft import Scene
from tracker.extract.lexicon import split, triggers

_CALLS = re.compile(r"\b(?:tele)?phone (?:calls?|conversations?)\b")


def channel_of(scene: Scene) -> str:
    """phone or video, where a word of the sentence says so: "met by video link"."""
    cues = triggers()["call"]["cues"]
    trigger = scene.act.trigger
    apart = trigger.dep_ == "pobj" and trigger.head.lower_ in {"following", "after", "before"}
    if apart:  # "signed it online after their meeting"
        return _in(" ".join(t.lower_ for t in trigger.subtree), cues)
    # "This phone call, which followed their meeting": the meeting was none.
    text = _CALLS.sub(lambda m: m[0] if m.start() <= trigger.idx < m.end() else "", scene.sentence.text.lower())
    return _in(text, cues)


def _in(text: str, cues: Mapping[str, str]) -> str:
    """The channel that words in lower case name; "" for none."""
    for channel in ("phone", "video"):
        if any(re.search(rf"\b{re.escape(word)}\b", text) for word in split(cues[channel])):
            return channel
    return ""
