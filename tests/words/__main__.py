"""`make words`: bring the catalogues up to date with the code, and say what is not translated."""

from __future__ import annotations

import sys

from tests.words import catalogues


def main() -> int:
    """Collect, update, compile; 1 when a sentence waits for its translation."""
    template = catalogues.collected()
    catalogues.TEMPLATE.write_bytes(catalogues.as_source(template))
    waiting = 0
    for language in catalogues.languages():
        catalogue = catalogues.updated(language, template)
        source = catalogues.as_source(catalogue)
        catalogues.source(language).write_bytes(source)
        read = catalogues.read(catalogues.source(language), language)
        catalogues.compiled(language).write_bytes(catalogues.as_compiled(read))
        for message in read:
            if message.id and (message.fuzzy or not message.string):
                waiting += 1
                print(f"{language}: {message.id}", file=sys.stderr)  # noqa: T201 - for contributors
    return 1 if waiting else 0


if __name__ == "__main__":
    sys.exit(main())
