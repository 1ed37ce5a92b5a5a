"""The rules, in the order in which they are asked where they match equally many words."""

from tracker.extract.dates.rules import anaphora, days, lengths, names, periods, relative, years

__all__ = ["anaphora", "days", "lengths", "names", "periods", "relative", "years"]
