"""How well events are read: labelled articles, the match with what was found, and the figures that follow.

    labels ──┐
             ├─▶ matching ─▶ figures, calibration, faults
    found ───┘

`coding` holds an engagement in the form that is compared; `labels` reads and writes folders of it; `decisions` turns
found events into labels by what a person says of each, and `journal` keeps what is said until an article is finished.
`agreement` takes what two people coded through the same matching, `alpha` says how far they agree beyond chance.
Nothing here reads an article or knows an extractor.
"""

from tracker.evaluation.agreement import Agreement, Coding, Difference, FieldAgreement, agree
from tracker.evaluation.calibration import Bin, calibrate
from tracker.evaluation.coders import by_article, paired, read_events, read_folder
from tracker.evaluation.coding import Coded
from tracker.evaluation.decisions import Decided, Decision, Verdict, decide
from tracker.evaluation.faults import Fault, faults
from tracker.evaluation.figures import Figures, Scored, measure
from tracker.evaluation.journal import Journal, read_decisions
from tracker.evaluation.labels import Half, Labelled, read_labels, read_predictions, write_labels
from tracker.evaluation.matching import Comparison, compare

__all__ = [
    "Agreement",
    "Bin",
    "Coded",
    "Coding",
    "Comparison",
    "Decided",
    "Decision",
    "Difference",
    "Fault",
    "FieldAgreement",
    "Figures",
    "Half",
    "Journal",
    "Labelled",
    "Scored",
    "Verdict",
    "agree",
    "by_article",
    "calibrate",
    "compare",
    "decide",
    "faults",
    "measure",
    "paired",
    "read_decisions",
    "read_events",
    "read_folder",
    "read_labels",
    "read_predictions",
    "write_labels",
]
