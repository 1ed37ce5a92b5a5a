"""What a language model is to answer: the JSON schema that it is given, and what holds its answers to it."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

from tracker import reference


def _types(schema: dict[str, Any]) -> None:
    """Known types only, as they are when the schema is asked for."""
    schema["enum"] = list(reference.EVENT_TYPES)


class _Strict(BaseModel):
    """Every field must be there and no other, as services ask of a schema that they are to hold a model to."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Party(_Strict):
    """A country or organisation, by the words of the article."""

    kind: Literal["country", "organisation"]
    name: str
    role: str | None


class Person(_Strict):
    """Somebody who takes part; `acts_for` is a country or organisation."""

    name: str
    office: str | None
    acts_for: str | None
    role: str | None


class Where(_Strict):
    """A city, a country, or both."""

    city: str | None
    country: str | None


class Claim(_Strict):
    """One engagement. `date_text` is copied from the article; `current` tells the news from its background."""

    quotes: list[str] = Field(min_length=1)
    trigger: str
    type: Annotated[str, Field(json_schema_extra=_types)]
    subtype: str | None
    status: Literal["occurred", "planned", "cancelled"]
    date_text: str | None
    current: bool
    parties: list[Party]
    people: list[Person]
    place: Where | None
    confidence: float

    @field_validator("confidence")
    @classmethod
    def _probability(cls, value: float) -> float:
        """Checked here, since not every service takes bounds in a schema."""
        if not 0 <= value <= 1:
            raise ValueError("a confidence lies from 0 to 1")
        return value


class Answer(_Strict):
    """All engagements that an article tells."""

    events: list[Claim]


def schema() -> dict[str, Any]:
    """The JSON schema of an answer."""
    return Answer.model_json_schema()
