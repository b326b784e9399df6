"""The core of CaRE Desktop: everything but the face. It never imports Qt."""

from __future__ import annotations

__version__ = "0.1.0"
