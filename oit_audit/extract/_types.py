"""Our own names for bytes that have no media type worth naming."""

EMPTY = "application/x-empty"
LOCKED = "application/x-locked-office"
BOMB = "application/x-oversized-zip"
