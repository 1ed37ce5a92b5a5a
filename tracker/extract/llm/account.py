"""What a run has asked of a language model, what that cost, and which of its claims were dropped."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from tracker.extract.llm.service import Reply
from tracker.settings import LanguageModel

_MILLION = 1_000_000


@dataclass(slots=True)
class Account:
    """Counts; prices are those of the settings."""

    settings: LanguageModel
    asked: int = 0
    kept: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    dropped: Counter[str] = field(default_factory=Counter)

    def paid(self, reply: Reply) -> None:
        """Notes one reply."""
        self.asked += 1
        self.tokens_in += reply.tokens_in
        self.tokens_out += reply.tokens_out

    @property
    def cost(self) -> float | None:
        """In the currency of the prices; None where they are not set."""
        prices = self.settings.price_in, self.settings.price_out
        if prices[0] is None or prices[1] is None:
            return None
        return (self.tokens_in * prices[0] + self.tokens_out * prices[1]) / _MILLION

    def told(self) -> str:
        """All of it in a line."""
        cost = "set llm_price_in and llm_price_out to see the cost" if self.cost is None else f"cost {self.cost:.4f}"
        line = f"{self.settings.model}: {self.asked} answers paid, {self.kept} kept from before; "
        line += f"{self.tokens_in} tokens in, {self.tokens_out} out; {cost}"
        return line + "".join(f"; {count} events dropped, {why}" for why, count in sorted(self.dropped.items()))
