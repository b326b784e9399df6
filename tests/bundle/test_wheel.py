"""The wheel, installed where nothing else of ours is: it finds its data, and both its faces."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from tests.bundle.installed import profile, said

pytestmark = pytest.mark.bundle

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the wheel, which borrows the libraries: no index is asked for anything."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder), cwd=ROOT)
    run(sys.executable, "-m", "venv", "--without-pip", "environment", cwd=folder)
    made = folder / "environment"
    python = str(made / "bin" / "python")
    (wheel,) = folder.glob("*.whl")
    install = ("install", "-q", "--no-deps", "--no-index", "--no-compile", str(wheel))
    run(sys.executable, "-m", "pip", "--python", python, *install, cwd=folder)
    installed = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder))
    (installed / "libraries.pth").write_text(f"{sysconfig.get_path('purelib')}\n", encoding="utf-8")
    return made


def run(*command: str, cwd: Path) -> str:
    done = subprocess.run(command, cwd=cwd, env=profile(), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_the_command_lists_the_scenarios_that_the_wheel_carries(environment: Path, tmp_path: Path) -> None:
    assert "TILLEUL" in said(environment / "bin" / "care-desktop", "list", cwd=tmp_path)


def test_nothing_comes_from_the_checkout(environment: Path, tmp_path: Path) -> None:
    code = "import care_desktop.paths as p, ui; print(p.shipped()); print(ui.__file__)"
    found = run(str(environment / "bin" / "python"), "-c", code, cwd=tmp_path).splitlines()
    assert [path for path in found if not path.startswith(str(environment))] == []
    assert found[0].endswith("_data")
