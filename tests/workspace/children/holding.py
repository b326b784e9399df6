"""Takes the lock whose path is given, prints the outcome, and leaves when a line or the end of input comes.

With the argument ``parent`` it starts a program of its own, which reads the same input and so outlives it.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from care_desktop.workspace.lock import WorkspaceLock

READS_ON = "import sys; print('started', flush=True); sys.stdin.read()"


def main(path: Path, *manner: str) -> None:
    with WorkspaceLock(path) as lock:
        sys.stdout.write(f"{lock.acquire().name}\n")
        sys.stdout.flush()
        if manner == ("parent",):
            subprocess.run([sys.executable, "-c", READS_ON], check=True)
        sys.stdin.readline()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
