"""How well events are read: labelled articles, the match with what was found, and the figures that follow.

    labels ──┐
             ├─▶ matching ─▶ figures, calibration, faults
    found ───┘

`coding` holds an engagement in the form that is compared; `labels` reads and writes folders of it; `decisions` turns
found events into labels by what a person says of each, and `journal` keeps what is said until an article is finished.
Nothing here reads an article or knows an extractor.
"""

from tracker.evaluation.calibration import Bin, calibrate
from tracker.evaluation.coding import Coded
from tracker.evaluation.decisions import Decided, Decision, Verdict, decide
from tracker.evaluation.faults import Fault, faults
from tracker.evaluation.figures import Figures, Scored, measure
from tracker.evaluation.journal import Journal, read_decisions
from tracker.evaluation.labels import Half, Labelled, read_labels, read_predictions, write_labels
from tracker.evaluation.matching import Comparison, compare

__all__ = [
    "Bin",
    "Coded",
    "Comparison",
    "Decided",
    "Decision",
    "Fault",
    "Figures",
    "Half",
    "Journal",
    "Labelled",
    "Scored",
    "Verdict",
    "calibrate",
    "compare",
    "decide",
    "faults",
    "measure",
    "read_decisions",
    "read_labels",
    "read_predictions",
    "write_labels",
]
