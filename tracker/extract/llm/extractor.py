"""The extractor that asks a language model: the same contract as the rules' own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Self

from pydantic import ValidationError

from tracker import settings
from tracker.errors import UsageError
from tracker.extract.llm import prompt
from tracker.extract.llm.account import Account
from tracker.extract.llm.answer import Answer, schema
from tracker.extract.llm.kept import KeptAnswers
from tracker.extract.llm.reading import Dropped, Reading
from tracker.extract.llm.service import BadAnswer, Service
from tracker.model import Document, Mention

_TRIES = 2
"""Answers to one question before an article is given up."""


class LanguageModelExtractor:
    """Reads documents into mentions; a context manager, which closes its connections.

    Raises BadAnswer for an article that no usable answer comes about, ServiceError where the service does not serve.
    """

    def __init__(self, service: Service, answers: KeptAnswers) -> None:
        self._service = service
        self._answers = answers
        self._given_up: dict[Document, BadAnswer] = {}
        self.account = Account(service.settings)

    @classmethod
    def open(cls, chosen: settings.LanguageModel) -> Self:
        """The extractor that the settings name; raises UsageError where they name none."""
        if not (chosen.url and chosen.model):
            variables = settings.VARIABLES["llm_url"], settings.VARIABLES["llm_model"]
            raise UsageError(f"no language model is set; {' and '.join(variables)} name one")
        return cls(Service(chosen), KeptAnswers(settings.answers_folder()))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._service.close()

    @property
    def version(self) -> str:
        """What a record notes of where its mentions come from."""
        return f"llm-{prompt.VERSION} {self._service.settings.model}"

    def extract(self, document: Document) -> list[Mention]:
        """The mentions of one document, in the order of the text."""
        reading = Reading(document)
        mentions = []
        for claim in self._answer(document).events:
            try:
                mentions.append(reading.mention(claim))
            except Dropped as dropped:
                self.account.dropped[str(dropped)] += 1
        return sorted(mentions, key=lambda one: (one.evidence[0].field == "text", one.evidence[0].start))

    def extract_many(self, documents: Iterable[Document]) -> Iterator[tuple[Document, list[Mention]]]:
        """Each document with its mentions, in the order given."""
        for document in documents:
            yield document, self.extract(document)

    def _answer(self, document: Document) -> Answer:
        if document in self._given_up:  # a caller that tries again is not to pay again
            raise self._given_up[document]
        asked = prompt.messages(document)
        question = self._question(document, asked)
        kept = self._answers.get(question)
        if kept is not None:
            self.account.kept += 1
            return Answer.model_validate_json(kept)
        try:
            answer = self._asked(asked)
        except BadAnswer as error:
            self._given_up[document] = error
            raise
        self._answers.put(question, answer.model_dump_json())
        return answer

    def _question(self, document: Document, asked: prompt.Messages) -> dict[str, Any]:
        """All that the answer depends on."""
        chosen = self._service.settings
        told = {"text": document.digest, "prompt": prompt.VERSION, "url": chosen.url, "model": chosen.model}
        return told | {"messages": asked, "schema": schema()}

    def _asked(self, messages: prompt.Messages) -> Answer:
        """A valid answer, the model's second where it is told what is wrong with its first."""
        for _ in range(_TRIES):
            reply = self._service.ask(messages, schema())
            self.account.paid(reply)
            try:
                return Answer.model_validate_json(reply.content)
            except ValidationError as error:
                why = _why(error)
                messages = prompt.again(messages, reply.content, why)
        raise BadAnswer(f"the model answers what does not fit the schema, {why}")


def _why(error: ValidationError) -> str:
    """The first thing wrong, and where."""
    first = error.errors(include_url=False, include_input=False)[0]
    return f"{'.'.join(map(str, first['loc'])) or 'as a whole'}: {first['msg']}"
