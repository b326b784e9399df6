"""What opens in place of panes: the band stays, and LANCER goes on."""

from __future__ import annotations
