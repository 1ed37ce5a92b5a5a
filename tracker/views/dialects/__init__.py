"""How other tables say what ours say: their names for the columns, and how they write days, countries and kinds.

dialect       what is known of such a table, and the files that tell it: gdelt, icews, historian, or one's own
days          days in another order, or in words
translating   a row of theirs as a row of ours
"""

from tracker.views.dialects.dialect import NAMES, TARGETS, Dialect, named
from tracker.views.dialects.translating import translated

__all__ = ["NAMES", "TARGETS", "Dialect", "named", "translated"]
