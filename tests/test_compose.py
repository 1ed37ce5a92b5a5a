"""The container's server is as docs/server.md says: healthy, kept, and reached from this computer alone."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]


@pytest.fixture
def service() -> dict[str, Any]:
    """What is said of it."""
    told = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
    assert set(told) == {"services", "secrets", "volumes"}
    [service] = told["services"].values()
    kept = {mount.split(":")[0] for mount in service["volumes"]}
    assert kept == set(told["volumes"])
    assert set(service["secrets"]) == set(told["secrets"])
    return dict(service)


def test_the_server_is_reached_from_this_computer_alone(service) -> None:
    """On every port that it opens."""
    assert service["ports"]
    assert all(port.startswith("127.0.0.1:") for port in service["ports"])


def test_no_password_is_in_the_file(service) -> None:
    """But in another one, which git does not keep."""
    assert service["environment"]["POSTGRES_PASSWORD_FILE"].startswith("/run/secrets/")
    assert "POSTGRES_PASSWORD" not in service["environment"]
    assert "postgres-password.txt" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()


def test_its_health_is_asked_for_as_its_own_user(service) -> None:
    """Else it would be called healthy for anybody's database."""
    assert {service["environment"]["POSTGRES_USER"], service["environment"]["POSTGRES_DB"]} <= set(
        service["healthcheck"]["test"]
    )
    assert re.fullmatch(r"postgres:\d+", service["image"])


def test_docker_understands_it() -> None:
    """Where there is one that can say so."""
    program = shutil.which("docker")
    if program is None or subprocess.run([program, "compose", "version"], capture_output=True, check=False).returncode:
        pytest.skip("no `docker compose` here")
    checked = subprocess.run(
        [program, "compose", "--file", str(ROOT / "compose.yaml"), "config", "--quiet"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (checked.returncode, checked.stderr) == (0, "")
