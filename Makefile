# SPDX-License-Identifier: GPL-3.0-or-later
# Every target does its own set-up: packaging/prepare.py, which does only what is not done yet.

SHELL := /bin/sh
BIN := .venv/bin
PREPARE = @command -v $(or $(PYTHON),python3) >/dev/null || { echo "Starling: Python 3.11 or newer is needed, and there is no $(or $(PYTHON),python3)." >&2; exit 1; }; \
	$(or $(PYTHON),python3) -I packaging/prepare.py

# What a user's shell may set for other Pythons must not reach this one.
unexport PYTHONPATH PYTHONHOME PYTHONOPTIMIZE PYTHONSAFEPATH PYTHONWARNINGS PYTHONNOUSERSITE VIRTUAL_ENV

.PHONY: help demo run test lint bench install uninstall setup translations lock clean

help:
	@echo 'make demo             watch a download from a swarm on this computer'
	@echo 'make run ARGS="…"     start Starling'
	@echo 'make install          put Starling into the desktop: menu, .torrent files, magnet links'
	@echo 'make uninstall        take it out again'
	@echo 'make test ARGS="…"    run the tests'
	@echo 'make lint             check style and types'
	@echo 'make bench            measure'
	@echo 'make setup            only prepare .venv and what it needs'
	@echo 'make translations     take new texts into resources/translations/'
	@echo 'make lock             renew the pins in packaging/ from pyproject.toml'
	@echo 'make clean            remove what builds and tests left'

setup:
	$(PREPARE)

demo:
	$(PREPARE) --window
	@$(BIN)/python -m tests.swarm.demo $(ARGS)

run:
	$(PREPARE) --window
	@$(BIN)/starling $(ARGS)

test:
	$(PREPARE)
	@$(BIN)/python -m pytest --numprocesses 4 --dist worksteal $(ARGS)

lint:
	$(PREPARE)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench:
	$(PREPARE)
	@$(BIN)/python -m tests.bench $(ARGS)

install:
	$(PREPARE) --window
	@$(BIN)/python packaging/linux/install.py install --launcher "$(CURDIR)/$(BIN)/starling"

uninstall:
	$(PREPARE)
	@$(BIN)/python packaging/linux/install.py uninstall --launcher "$(CURDIR)/$(BIN)/starling"

UPDATE = $(BIN)/pyside6-lupdate $$(git ls-files 'app/starling/*.py') -source-language en -locations none -no-obsolete

# English stands in the source: its catalogue holds the forms of what is counted alone.
translations:
	$(PREPARE)
	$(UPDATE) -target-language es -ts resources/translations/starling_es.ts
	$(UPDATE) -target-language en -pluralonly -ts resources/translations/starling_en.ts

COMPILE = UV_CUSTOM_COMPILE_COMMAND="make lock" build/lock/bin/uv --no-config pip compile --quiet --upgrade \
	--universal --generate-hashes --no-emit-index-url --no-emit-find-links pyproject.toml

lock:
	$(PREPARE)
	$(BIN)/python -m venv --clear build/lock
	build/lock/bin/pip install --quiet --disable-pip-version-check uv
	$(COMPILE) --output-file packaging/requirements.txt
	$(COMPILE) --extra dev --constraint packaging/requirements.txt --output-file packaging/requirements-dev.txt

clean:
	rm -rf build dist .coverage htmlcov .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find app tests packaging -name __pycache__ -prune -exec rm -rf {} +
