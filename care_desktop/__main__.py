"""Where the program is put together: the command line if there are arguments, else the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from care_desktop.errors import UserError


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with ``argv``, and return the exit code."""
    arguments = sys.argv[1:] if argv is None else list(argv)
    if arguments:
        from care_desktop import cli

        return cli.main(arguments)

    from ui import app

    try:
        return app.main([])
    except UserError as error:
        if error.code == "window.no_display":
            from care_desktop import cli_demonstration

            return cli_demonstration.play(error)
        from care_desktop import cli

        return cli.tell(error, "fr")


if __name__ == "__main__":
    sys.exit(main())
