# Everything starts from a bare checkout: each target sets itself up in .venv.
# `make help` lists the targets.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
READY_DEV := $(VENV)/.ready-dev
CONSTRAINTS := packaging/constraints.txt
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint $(CONSTRAINTS)
PYTEST := $(BIN)/python -m pytest --numprocesses auto

.DEFAULT_GOAL := run
.PHONY: help run test check format coverage nightly bench evaluate tools schema translations \
	notices wheel bundle deb screenshots clean libraries window-libraries

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: window-libraries $(READY) ## open the window on the sample article, or on ARTICLE=path
	@$(BIN)/annotator open $(if $(ARTICLE),"$(ARTICLE)",--sample id-tanggul.txt)

test: libraries $(READY_DEV) ## run all tests, without a screen
	@$(PYTEST)

check: $(READY_DEV) ## check style, types, layers and translations
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/python -m pytest tests/unit/test_layers.py
	@$(BIN)/python packaging/i18n/translations.py --check

format: $(READY_DEV) ## format the code and fix what ruff can
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

coverage: libraries $(READY_DEV) ## run all tests; fail if a branch of core/ or storage/ is not run
	@$(PYTEST) --cov --cov-report=term-missing

nightly: $(READY_DEV) ## repeat kills, faults and random examples 40 times as often
	@ANNOTATOR_REPEATS=40 $(PYTEST) -m repeated

bench: $(READY_DEV) ## measure start, window and formats, for docs/figures.md
	@$(BIN)/python tests/bench/outside.py
	@$(BIN)/python tests/bench/window.py
	@$(BIN)/python tests/bench/formats.py
	@$(BIN)/python tests/bench/page_quality.py

evaluate: $(READY_DEV) ## write docs/reading.md; GOLD=folder adds articles that are not committed
	@$(BIN)/python packaging/evaluate/report.py $(if $(GOLD),--gold "$(GOLD)") --out docs/reading.md
	@echo "Written: docs/reading.md"

tools: $(READY_DEV) ## take exports to the tools they are for; the first time takes 15 minutes
	@$(BIN)/python tests/tools/install.py
	@$(BIN)/python -m pytest tests/tools

schema: $(READY_DEV) ## make the published JSON Schema from the types
	@$(BIN)/python packaging/make_schema.py

translations: $(READY_DEV) ## add new texts to resources/i18n/*.ts and compile them
	@$(BIN)/python packaging/i18n/translations.py

notices: $(READY_DEV) ## write THIRD_PARTY_NOTICES.md from the libraries' own metadata
	@$(BIN)/python packaging/notices.py

wheel: $(READY_DEV) ## build dist/*.whl
	@$(BIN)/python -m hatchling build -t wheel -d dist

bundle: $(READY) ## build dist/annotator with PyInstaller, and let it test itself
	@$(PIP) '.[bundle]'
	@$(BIN)/pyinstaller --noconfirm --log-level WARN packaging/bundle/annotator.spec
	@cd / && env -i HOME="$$(mktemp -d)" QT_QPA_PLATFORM=offscreen "$(CURDIR)/dist/annotator/annotator" self-test

deb: $(if $(wildcard dist/annotator),,bundle) ## build dist/*.deb from the bundle
	@$(BIN)/python packaging/debian/build.py dist/annotator dist

screenshots: $(READY_DEV) ## take the pictures in docs/screenshots
	@$(BIN)/python packaging/screenshots.py docs/screenshots

clean: ## remove .venv, caches and builds
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage build dist

# Run before anything is installed.
libraries:
	@$(PYTHON) annotator/system_libraries.py

window-libraries:
	@$(PYTHON) annotator/system_libraries.py window

$(VENV):
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Annotator needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Name another one: make PYTHON=python3.12 ...")'
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "Python's venv module is missing. On Debian or Ubuntu: sudo apt-get install python3-venv"; exit 1; }
	@echo "Setting up $(VENV) ..."
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }
	@$(PIP) --upgrade pip || { rm -rf $(VENV); exit 1; }

$(READY): pyproject.toml $(CONSTRAINTS) | $(VENV)
	@echo "Installing Annotator and what it needs into $(VENV) ..."
	@$(PIP) --editable '.[formats]'
# Without it PySide6 compiles its own Python files again at each start, which takes 0.06 s.
	@SBK_EMBED=0 $(BIN)/python -c 'import PySide6.QtCore'
	@touch $@

$(READY_DEV): $(READY)
	@echo "Installing what the tests need into $(VENV) ..."
	@$(PIP) --editable '.[dev]'
	@touch $@
