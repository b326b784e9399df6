"""What starts the program from a checkout: it makes its environment wherever a Python is, and only once."""

from __future__ import annotations

import base64
import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import NamedTuple

import pytest

SCRIPTS = Path(__file__).resolve().parent.parent / "scripts"
PROGRAM = "import sys, probe\nprint(probe.SAID, sys.argv[1:])\nsys.exit(7)\n"
MISSING = "raise ImportError('not on this machine')\n"
Done = subprocess.CompletedProcess[str]


class Checkout(NamedTuple):
    """A small project with our scripts, that needs one package; and a machine whose Python lacks modules."""

    folder: Path
    lacks: Path

    def run(self, *arguments: str, **environment: str) -> Done:
        """``scripts/run`` as somebody types it; pip may change nothing outside an environment."""
        return self.starts(str(self.folder / "scripts" / "run"), *arguments, **environment)

    def starts(self, *command: str, **environment: str) -> Done:
        locked = {"PIP_REQUIRE_VIRTUALENV": "1", "PIP_USER": "1", "PYTHONPATH": str(self.lacks)}
        return subprocess.run(
            [sys.executable, *command],
            env={**os.environ, **locked, **environment},
            capture_output=True,
            text=True,
            check=False,
        )

    def lacking(self, *modules: str) -> None:
        for module in modules:
            (self.lacks / f"{module}.py").write_text(MISSING, encoding="utf-8")


def wheel(folder: Path) -> Path:
    """A package with one word in it."""
    path = folder / "probe-1.0-py3-none-any.whl"
    files = {
        "probe.py": "SAID = 'installed'\n",
        "probe-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: probe\nVersion: 1.0\n",
        "probe-1.0.dist-info/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    digests = {
        name: base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()
        for name, text in files.items()
    }
    record = "".join(f"{name},sha256={digests[name]},{len(files[name])}\n" for name in files)
    files["probe-1.0.dist-info/RECORD"] = f"{record}probe-1.0.dist-info/RECORD,,\n"
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return path


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    made = Checkout(tmp_path / "un dossier accentué", tmp_path / "lacks")
    made.lacks.mkdir()
    (made.folder / "care_desktop").mkdir(parents=True)
    (made.folder / "care_desktop" / "__main__.py").write_text(PROGRAM, encoding="utf-8")
    shutil.copytree(SCRIPTS, made.folder / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    package = wheel(tmp_path)
    digest = hashlib.sha256(package.read_bytes()).hexdigest()
    pinned = f"--no-index\n--find-links {tmp_path}\nprobe==1.0 --hash=sha256:{digest}\n"
    (made.folder / "requirements.txt").write_text(pinned, encoding="utf-8")
    return made


def answered(done: Done, *arguments: str) -> bool:
    """Whether the program had its package and its arguments, and its exit code came through."""
    return done.returncode == 7 and done.stdout.endswith(f"installed {list(arguments)}\n")


def test_it_makes_its_environment_without_ensurepip_and_with_a_pip_that_may_not_touch_the_system(
    checkout: Checkout,
) -> None:
    checkout.lacking("ensurepip")
    done = checkout.run("play", "two words", "--report", "é.pdf")
    assert answered(done, "play", "two words", "--report", "é.pdf"), done


def test_the_second_time_it_says_and_makes_nothing_more(checkout: Checkout) -> None:
    checkout.lacking("ensurepip")
    checkout.run()
    made = {path: path.stat().st_mtime_ns for path in checkout.folder.rglob("*") if path.is_file()}
    checkout.lacking("pip", "venv")
    done = checkout.run("list")
    assert (done.stdout, done.stderr) == ("installed ['list']\n", "")
    assert {path: path.stat().st_mtime_ns for path in made} == made


def test_one_that_was_cut_off_half_made_is_finished(checkout: Checkout) -> None:
    checkout.lacking("ensurepip")
    checkout.starts("-m", "venv", "--without-pip", str(checkout.folder / ".venv"))
    assert answered(checkout.run())


def test_other_packages_are_pinned_and_it_is_made_anew(checkout: Checkout) -> None:
    checkout.lacking("ensurepip")
    checkout.run()
    with (checkout.folder / "requirements.txt").open("a") as pinned:
        pinned.write("# another day\n")
    done = checkout.run()
    assert answered(done)
    assert "requirements.txt" in done.stdout


@pytest.mark.skipif(shutil.which("uv") is None, reason="there is no uv here")
def test_where_there_is_no_pip_at_all_uv_installs(checkout: Checkout, tmp_path: Path) -> None:
    checkout.lacking("ensurepip", "pip")
    done = checkout.run(UV_CACHE_DIR=str(tmp_path / "cache"))
    assert answered(done), done


@pytest.mark.skipif(os.name == "nt", reason="a Python of Windows has its pip")
def test_where_nothing_installs_three_sentences_say_what_to_do(checkout: Checkout) -> None:
    checkout.lacking("ensurepip", "pip")
    done = checkout.run(PATH="")
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 3)
    assert "python3-venv" in done.stderr


def test_packages_that_cannot_be_had_are_told_and_nothing_is_taken_for_done(checkout: Checkout) -> None:
    checkout.lacking("ensurepip")
    pinned = (checkout.folder / "requirements.txt").read_text(encoding="utf-8")
    (checkout.folder / "requirements.txt").write_text(pinned.replace("sha256:", "sha256:0"), encoding="utf-8")
    done = checkout.run()
    assert done.returncode == 2
    assert done.stderr.splitlines()[-3] == "L’installation a échoué."
    assert not (checkout.folder / ".venv" / "care-desktop.stamp").exists()


def test_a_python_that_is_too_old_says_which_one_is_needed(checkout: Checkout) -> None:
    program = (
        f"import sys; sys.path.insert(0, {str(checkout.folder / 'scripts')!r})\n"
        "sys.version_info = (3, 9, 2, 'final', 0)\n"
        "import environment; environment.prepare()"
    )
    done = checkout.starts("-c", program, PATH="")
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 3)
    assert done.stderr.startswith("Python 3.11 ou plus récent est nécessaire.")
    assert not (checkout.folder / ".venv").exists()
