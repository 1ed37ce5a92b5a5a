"""Score the extractor on folders of labelled articles, odd and even files side by side.

usage: quality.py GOLD [--errors FOLDER] [--keep DIR]

GOLD holds folders of `NAME.txt` with `NAME.json` and a `score.py` that compares them with predictions. The errors of
even-numbered files are never shown: they stay unread, so that their figures tell what was learnt and not what was
fitted.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tracker.cli.extract import _event
from tracker.documents import Given, read
from tracker.extract import Extractor
from tracker.model import Document, TimeSpan
from tracker.views import record


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--errors", metavar="FOLDER", help="list the errors of this folder's odd files")
    parser.add_argument("--keep", type=Path, help="write the predictions here")
    options = parser.parse_args()
    kept = options.keep or Path(tempfile.mkdtemp())
    for folder in ("seeds", "real", "dev"):
        seconds, count = predict(options.gold / folder, kept / folder)
        print(f"{folder}: {count / seconds:.1f} articles a second")
        for half in (None,) if folder == "seeds" else ("odd", "even"):
            errors = folder == options.errors and half != "even"
            print(f"  {half or 'all':4}", score(options.gold, folder, kept / folder, half=half, errors=errors))


def predict(gold: Path, out: Path) -> tuple[float, int]:
    """Write `NAME.jsonl` for every labelled text; seconds taken and number of texts."""
    out.mkdir(parents=True, exist_ok=True)
    extractor = Extractor()
    extractor.extract(Document(text="Ministers met in Oslo on Monday."))
    start = time.perf_counter()
    labels = sorted(gold.glob("*.json"))
    for label in labels:
        published = json.loads(label.read_text(encoding="utf-8"))["published"]
        given = Given(published=TimeSpan.iso(published).read_as(basis="given") if published else None)
        (document,) = read([str(label.with_suffix(".txt"))], given=given)
        assert isinstance(document, Document), document
        mentions = enumerate(extractor.extract(document), start=1)
        rows = [
            json.dumps(record(_event(mention, document, number)), ensure_ascii=False) for number, mention in mentions
        ]
        (out / f"{label.stem}.jsonl").write_text("\n".join(rows), encoding="utf-8")
    return time.perf_counter() - start, len(labels)


def score(gold: Path, folder: str, out: Path, *, half: str | None, errors: bool) -> str:
    """What `score.py` says, in one line, its list of errors after it when asked for."""
    command = [sys.executable, str(gold / "score.py"), str(gold / folder), str(out)]
    command += ["--only", half] if half else []
    report = json.loads(subprocess.run([*command, "--json"], check=True, capture_output=True, text=True).stdout)
    listing = (
        subprocess.run([*command, "--errors"], check=True, capture_output=True, text=True).stdout if errors else ""
    )
    return line(report) + "\n" + listing


def line(report: dict[str, dict[str, float]]) -> str:
    """Detected, dated and complete as F1 (precision/recall)."""
    parts = [
        f"{k} {report[k]['f1']:.3f} ({report[k]['precision']:.2f}/{report[k]['recall']:.2f})"
        for k in ("detected", "dated", "complete")
    ]
    return (
        "  ".join(parts)
        + f"  | {report['gold']} gold, {report['predicted']} predicted, of matches {report['of_matches']}"
    )


if __name__ == "__main__":
    main()
