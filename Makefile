# The two commands of this project are `make demo` and `make test`. Each does its own set-up.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
TOOLS := $(VENV)/.tools
BENCH := $(VENV)/.bench

.PHONY: demo test check format words accuracy bench clean system

demo: $(READY)
	$(BIN)/oit-audit demo

test: system $(TOOLS)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest --cov -n auto --dist loadfile

check: $(TOOLS)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -q -x --ignore=tests/end_to_end --ignore=tests/accuracy

# How right the verdicts are, with a naive search beside; PIN=--pin raises the floors.
accuracy: $(TOOLS)
	$(BIN)/python -m tests.accuracy $(PIN)

bench: $(BENCH)
	$(BIN)/python -m tests.benchmarks.crawl
	$(BIN)/python -m tests.benchmarks.recognising

format: $(TOOLS)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# Sentences of the code into the catalogues of oit_audit/words/locale; ends with 1 where one is not translated.
words: $(TOOLS)
	$(BIN)/python -m tests.words

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(READY): pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(TOOLS): pyproject.toml $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group dev
	@touch $@

$(BENCH): pyproject.toml $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group bench
	@touch $@

# Optional parts that come from the system: installed where apt and root are there, else the tests that need them say so and skip.
system:
	@bash .ci/system

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .coverage dist
