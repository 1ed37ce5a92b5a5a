"""A service on this machine that answers as a test tells it to, over real sockets."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from tracker import settings
from tracker.extract.llm import LanguageModelExtractor
from tracker.extract.llm.kept import KeptAnswers
from tracker.extract.llm.service import Service
from tracker.model import Document, TimeSpan

TEXT = """Japan's foreign minister, Yoko Kamikawa, arrived in Paris on Tuesday.

She met her French counterpart the next day, and France's “Elysée Palace” said more talks would follow in May."""

CLAIM: dict[str, Any] = {
    "quotes": ["Yoko Kamikawa, arrived in Paris on Tuesday."],
    "trigger": "arrived",
    "type": "visit",
    "subtype": None,
    "status": "occurred",
    "date_text": "on Tuesday",
    "current": True,
    "parties": [
        {"kind": "country", "name": "Japan", "role": "visitor"},
        {"kind": "country", "name": "France", "role": "host"},
    ],
    "people": [{"name": "Yoko Kamikawa", "office": "foreign minister", "acts_for": "Japan", "role": "visitor"}],
    "place": {"city": "Paris", "country": "France"},
    "confidence": 0.9,
}
"""A claim about `TEXT` with which nothing is wrong."""

Response = tuple[int, str, dict[str, str]]


@dataclass
class Model:
    """The service: what it answers in turn, the last answer for ever, and what it was asked."""

    url: str = ""
    responses: list[Response | None] = field(default_factory=list)
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)

    def claims(self, *claims: dict[str, Any]) -> None:
        """Answers with these claims, for 1,000 tokens read and 200 written."""
        self.says(json.dumps({"events": claims}))

    def says(self, content: str | None, finish_reason: str = "stop") -> None:
        """Answers so, as a model."""
        choice = {"message": {"role": "assistant", "content": content}, "finish_reason": finish_reason}
        usage = {"prompt_tokens": 1000, "completion_tokens": 200}
        self.answers(200, json.dumps({"choices": [choice], "usage": usage}))

    def answers(self, status: int, body: str = "", **headers: str) -> None:
        """Answers so, as a service."""
        self.responses.append((status, body, headers))

    def hangs(self) -> None:
        """Does not answer."""
        self.responses.append(None)


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> Iterator[Model]:
    """A service that runs."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    served = Model()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(served))
    server.daemon_threads = True
    served.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield served
    served.over.set()
    server.shutdown()
    server.server_close()
    thread.join()


def _handler(served: Model) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            if self.path != "/v1/chat/completions":
                self.send_error(404)
                return
            served.asked.append(json.loads(body))
            served.keys.append(self.headers["Authorization"])
            response = served.responses.pop(0) if len(served.responses) > 1 else served.responses[0]
            if response is None:
                served.over.wait()
                return
            status, content, headers = response
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(content.encode()))}.items():
                self.send_header(name.replace("_", "-"), value)
            self.end_headers()
            self.wfile.write(content.encode())

        def log_message(self, *_: object) -> None:
            """Nothing."""

    return Handler


@dataclass
class Opened:
    """An extractor and the seconds that it waited between attempts."""

    extractor: LanguageModelExtractor
    waited: list[float]


@pytest.fixture
def opened(model: Model) -> Iterator[Callable[..., Opened]]:
    """Extractors that ask the service, each with the answers kept in the user's cache folder."""
    made: list[LanguageModelExtractor] = []

    def call(timeout: float = 10.0, **fields: Any) -> Opened:
        chosen = settings.LanguageModel(**{"url": model.url, "model": "small", **fields})
        waited: list[float] = []
        service = Service(chosen, timeout=timeout, pause=waited.append)
        made.append(LanguageModelExtractor(service, KeptAnswers(settings.answers_folder())))
        return Opened(made[-1], waited)

    yield call
    for extractor in made:
        extractor.__exit__()


@pytest.fixture
def document() -> Document:
    """Published on a Thursday."""
    return Document(text=TEXT, name="paris.txt", title="Kamikawa in Paris", published=TimeSpan.iso("2024-05-02"))


@pytest.fixture
def claim() -> Callable[..., dict[str, Any]]:
    """The claim with which nothing is wrong, with other fields."""

    def change(**fields: Any) -> dict[str, Any]:
        return CLAIM | fields

    return change
