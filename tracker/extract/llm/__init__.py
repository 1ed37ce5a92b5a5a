"""Mentions by a language model behind any OpenAI-compatible address, held to the same evidence as the rules' own.

    document ─▶ prompt ─▶ service ─▶ answer ─▶ grounding ─▶ reading ─▶ mentions
                     (or kept answers)        (its quotes)  (dates, parties, place, checks)

The model says which sentences tell an engagement, of which type, and which words name its date, parties and place. What
those words mean is read here, by the time expressions and tables that the rules use too. An event whose quotes do not
stand in the text is dropped, and so is one without the parties that its type needs. Needs the extra `llm`.
"""

from tracker.extract.llm.extractor import LanguageModelExtractor
from tracker.extract.llm.service import BadAnswer

__all__ = ["BadAnswer", "LanguageModelExtractor"]
