"""Time expressions of English news: found, read against the publication day, and explained.

    words      a text as words, one letter each
    grammar    rules match over those letters
    rules/     one short function a class of expressions, each with its example
    context    publication day, sentence, tense, and what was told before
    finder     one pass over the text
    expression what comes out, and how it changes with tense and anchor

Dates are read as codebook §4 says. Quarters and halves of a year have precision `season`; spans of months or years the
precision of their ends; decades and centuries are bounds at precision `unknown`.
"""

from tracker.extract.dates.expression import Kind, Reading, Shift, TimeExpression
from tracker.extract.dates.finder import find_time_expressions

__all__ = ["Kind", "Reading", "Shift", "TimeExpression", "find_time_expressions"]
