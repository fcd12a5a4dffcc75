"""The one door to PDFium."""

from __future__ import annotations

import threading

LOCK = threading.Lock()
"""PDFium must not be entered twice at once."""
