"""The rules, in the order in which they are asked where they match equally many words."""

from tracker.extract.dates.grammar import RULES
from tracker.extract.dates.rules import anaphora, days, lengths, lookalikes, periods, relative, weekdays, years

__all__ = ["RULES", "anaphora", "days", "lengths", "lookalikes", "periods", "relative", "weekdays", "years"]
