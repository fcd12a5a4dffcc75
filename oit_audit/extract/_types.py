"""Names of types: one too long to write twice, and our own for bytes that have none."""

BINARY_EXCEL = "application/vnd.ms-excel.sheet.binary.macroenabled.12"
EMPTY = "application/x-empty"
LOCKED = "application/x-locked-office"
BOMB = "application/x-oversized-zip"
POWERPOINT = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
