"""The face of CaRE Desktop: the only place that knows Qt."""

from __future__ import annotations
