"""`python -m oit_audit` is `oit-audit`."""

from __future__ import annotations

from oit_audit.cli import main

if __name__ == "__main__":
    main()
