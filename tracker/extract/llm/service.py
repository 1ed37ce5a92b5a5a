"""An OpenAI-compatible service: asked over HTTP, and asked again after a growing while when it is busy."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import httpx

from tracker.errors import InputError, ServiceError
from tracker.extract.llm.prompt import Messages
from tracker.settings import LanguageModel

TIMEOUT = 120.0
"""Seconds without a byte after which an answer is no longer waited for; models on one's own machine are slow."""
ATTEMPTS = 6
_LONGEST_PAUSE = 60.0  # seconds
_BUSY = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})
_ABOUT_THE_ARTICLE = frozenset({400, 413, 422})  # too long, most often


class BadAnswer(InputError):
    """A service answered about an article, and not so that it can be used."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a model wrote, and the tokens it cost; 0 where the service does not say."""

    content: str
    tokens_in: int
    tokens_out: int


class Service:
    """Asks one model; may be used as a context manager, which closes its connections."""

    def __init__(
        self,
        settings: LanguageModel,
        *,
        timeout: float = TIMEOUT,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        self.settings = settings
        self._pause = pause
        self._steady: dict[str, Any] = {"temperature": 0}
        headers = {"Authorization": f"Bearer {settings.key}"} if settings.key else {}
        self._client = httpx.Client(headers=headers, timeout=timeout)

    def close(self) -> None:
        """Closes its connections."""
        self._client.close()

    def ask(self, messages: Messages, schema: dict[str, Any]) -> Reply:
        """The model's reply, which the service is told to hold to the schema.

        Raises BadAnswer for what concerns this question alone, ServiceError where no other question would fare better.
        """
        form = {"type": "json_schema", "json_schema": {"name": "engagements", "strict": True, "schema": schema}}
        body = {"model": self.settings.model, "messages": messages, "response_format": form}
        response = self._post(body | self._steady)
        if response.status_code == httpx.codes.BAD_REQUEST and self._steady and "temperature" in response.text:
            self._steady = {}  # reasoning models refuse to be told one
            response = self._post(body)
        return self._read(response)

    def _post(self, body: dict[str, Any]) -> httpx.Response:
        """The first response that is not about the service being busy."""
        for attempt in range(1, ATTEMPTS + 1):
            try:
                response = self._client.post(self._address, json=body)
            except httpx.TransportError as error:
                why, wait = str(error) or type(error).__name__, None
            except httpx.InvalidURL as error:
                raise ServiceError(f"the setting llm_url is no address: {error}") from None
            else:
                if response.status_code not in _BUSY:
                    return response
                why, wait = f"it answers {_told(response)}", _retry_after(response)
            if attempt < ATTEMPTS:
                self._pause(_backed_off(attempt) if wait is None else wait)
        raise ServiceError(f"gave up on {self._address} after {ATTEMPTS} attempts: {why}; what was read is kept")

    @property
    def _address(self) -> str:
        return f"{self.settings.url.rstrip('/')}/chat/completions"

    def _read(self, response: httpx.Response) -> Reply:
        if response.status_code in _ABOUT_THE_ARTICLE:
            raise BadAnswer(f"the service refuses it: {_told(response)}")
        if not response.is_success:
            raise ServiceError(f"{self._address} answers {_told(response)}; check llm_url, llm_model and llm_key")
        try:
            body = response.json()
            choice = body["choices"][0]
            content = choice["message"]["content"]
            usage = body.get("usage") or {}
            tokens = int(usage.get("prompt_tokens") or 0), int(usage.get("completion_tokens") or 0)
        except (ValueError, KeyError, IndexError, TypeError, AttributeError):
            raise ServiceError(f"{self._address} is no OpenAI-compatible service; check llm_url") from None
        if not isinstance(content, str) or choice.get("finish_reason") == "length":
            raise BadAnswer("the model's answer was refused or cut off")
        return Reply(content, *tokens)


def _backed_off(attempt: int) -> float:
    """Seconds to wait: doubled each time, and shaken so that many who wait do not come back at once."""
    return min(2.0 ** (attempt - 1), _LONGEST_PAUSE) * random.uniform(0.5, 1.0)


def _retry_after(response: httpx.Response) -> float | None:
    """The seconds that the service asks for, None where it does not say so."""
    asked = response.headers.get("Retry-After", "")
    return min(float(asked), _LONGEST_PAUSE) if asked.isdigit() else None


def _told(response: httpx.Response) -> str:
    """The status and the beginning of what is said about it, on one line."""
    return " ".join(f"{response.status_code} {response.text}".split())[:300]
