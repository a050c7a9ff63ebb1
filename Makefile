# Everything starts from a bare checkout: each target sets itself up in .venv.
#   make run [ARTICLE=path]   open the window on the sample article, or on yours
#   make test                 run all tests, headless
#   make check                style, types, layers
#   make evaluate             write docs/reading.md: how well it reads, what that costs
# See CONTRIBUTING.md for the rest.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
READY_DEV := $(VENV)/.ready-dev
CONSTRAINTS := packaging/constraints.txt
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint $(CONSTRAINTS)

.PHONY: libraries window-libraries run test check format schema translations screenshots bench tools nightly evaluate clean
.DEFAULT_GOAL := run

run: window-libraries $(READY)
	@$(BIN)/annotator open $(if $(ARTICLE),"$(ARTICLE)",--sample id-tanggul.txt)

test: libraries $(READY_DEV)
	@$(BIN)/python -m pytest

check: $(READY_DEV)
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/python -m pytest tests/unit/test_layers.py
	@$(BIN)/python packaging/i18n/translations.py --check

format: $(READY_DEV)
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

# The published JSON Schema is made from the types.
schema: $(READY_DEV)
	@$(BIN)/python packaging/make_schema.py

# resources/i18n/*.ts get the texts that are new, *.qm are made of them.
translations: $(READY_DEV)
	@$(BIN)/python packaging/i18n/translations.py

screenshots: $(READY_DEV)
	@$(BIN)/python packaging/screenshots.py docs/screenshots

bench: $(READY_DEV)
	@$(BIN)/python tests/bench/start.py
	@$(BIN)/python tests/bench/window.py
	@$(BIN)/python tests/bench/formats.py

# What exports are for: datasets, pandas, spaCy, Label Studio, doccano, LibreOffice. Installs
# the first five into .tools; takes a quarter of an hour the first time.
tools: $(READY_DEV)
	@$(BIN)/python tests/tools/install.py
	@$(BIN)/python -m pytest tests/tools

# How well it reads, and what that costs; GOLD=folder adds articles that are not committed.
evaluate: $(READY_DEV)
	@$(BIN)/python packaging/evaluate/report.py $(if $(GOLD),--gold "$(GOLD)") --out docs/reading.md
	@echo "Written: docs/reading.md"

# Kills the program hundreds of times; make test does it a few dozen times.
nightly: $(READY_DEV)
	@ANNOTATOR_KILLS=400 $(BIN)/python -m pytest tests/gui/test_kill.py tests/unit/test_importing_faults.py

# Said before anything is installed.
libraries:
	@$(PYTHON) annotator/system_libraries.py

window-libraries:
	@$(PYTHON) annotator/system_libraries.py window

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist

$(VENV):
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Annotator needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Name another one: make PYTHON=python3.12 ...")'
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "Python's venv module is missing. On Debian or Ubuntu: sudo apt-get install python3-venv"; exit 1; }
	@echo "Setting up $(VENV) ..."
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }

$(READY): pyproject.toml $(CONSTRAINTS) | $(VENV)
	@echo "Installing Annotator and what it needs into $(VENV) ..."
	@$(PIP) --editable '.[formats]'
	@touch $@

$(READY_DEV): $(READY)
	@echo "Installing what the tests need into $(VENV) ..."
	@$(PIP) --editable '.[dev]'
	@touch $@
