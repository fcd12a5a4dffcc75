"""`python -m oit_audit` is `oit-audit`."""

from __future__ import annotations


def main() -> None:
    """Run the command line.

    It is imported late: the processes that read files begin by importing this file.
    """
    from oit_audit.cli import main as run  # noqa: PLC0415

    run()


if __name__ == "__main__":
    main()
