"""The thirteen kinds of engagement are complete, and found by name."""

from __future__ import annotations

import unicodedata

import pytest

from tracker.errors import UnknownName
from tracker.reference import EVENT_TYPES, require_event_type


def test_the_kinds_and_their_roles_are_those_of_the_codebook():
    assert {name: kind.roles for name, kind in EVENT_TYPES.items()} == {
        "visit": ("visitor", "host"),
        "meeting": ("participant", "host", "mediator"),
        "call": ("participant", "sender", "recipient"),
        "summit": ("participant", "host"),
        "appointment": ("sender", "receiver"),
        "accreditation": ("sender", "receiver"),
        "recall": ("sender", "receiver"),
        "expulsion": ("expeller", "expelled"),
        "summons": ("summoner", "summoned"),
        "mission": ("sender", "receiver"),
        "agreement": ("party",),
        "recognition": ("recogniser", "recognised", "party"),
        "rupture": ("initiator", "target"),
    }


def test_every_kind_has_its_own_glyph_one_cell_wide():
    glyphs = [kind.glyph for kind in EVENT_TYPES.values()]
    assert len(set(glyphs)) == len(glyphs)
    assert all(len(g) == 1 and unicodedata.east_asian_width(g) not in "WF" for g in glyphs)


@pytest.mark.parametrize("kind", EVENT_TYPES.values(), ids=lambda kind: kind.name)
def test_every_kind_can_be_exported_to_the_vocabularies_of_the_field(kind):
    assert all(len(code) == 3 and code.isdigit() for code in kind.cameo)
    assert kind.plover
    assert set(kind.by_subtype) <= set(kind.subtypes)
    assert kind.summary.endswith(".")


def test_the_code_of_a_subtype_goes_before_that_of_its_type():
    mission = EVENT_TYPES["mission"]
    assert (mission.cameo_for("opening"), mission.cameo_for("closure"), mission.cameo_for(None)) == (
        "054",
        "161",
        "054",
    )
    assert mission.plover_for("closure") == "SANCTION/discontinue"


@pytest.mark.parametrize("typed", ["visit", "Visit", "visits", " VISIT "])
def test_a_kind_is_found_however_it_is_typed(typed):
    assert require_event_type(typed).name == "visit"


def test_an_unknown_kind_is_answered_with_the_nearest():
    with pytest.raises(UnknownName, match="did you mean meeting"):
        require_event_type("meetin")
