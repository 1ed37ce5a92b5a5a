"""A timeline asks for a country and pays for nothing else."""

from __future__ import annotations

import subprocess
import sys

HEAVY = [
    "pycountry",
    "babel",
    "rapidfuzz",
    "pydantic",
    "tomllib",
    "tracker.reference.gazetteer",
    "tracker.reference.offices",
]


def test_finding_a_country_loads_only_the_table_of_countries():
    script = "import sys; from tracker.reference import country; assert country('Japan'); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert set(HEAVY) & set(done.stdout.split()) == set()
