# Each target sets up what it needs in .venv by itself, from the lock files: once with a network, then without.
#   make demo       code the sample reports
#   make test       run the tests, in JOBS=2 processes
#   make test-postgres   run the tests of ledger and explorer on a PostgreSQL server of their own
#   make lint       ruff, mypy
#   make accuracy   score against the open gold sets in ../shared, hold the figures to their floors
#   make bench      measure speed and memory
#   make lock       renew the lock files from pyproject.toml (maintainers)

PYTHON ?= python3
JOBS ?= 2
VENV := .venv
BIN := $(VENV)/bin
RUN := $(VENV)/.installed
DEV := $(VENV)/.installed-dev
YARDSTICK := .venv-bench/.installed

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_ROOT_USER_ACTION := ignore
PIP := $(BIN)/python -m pip install --quiet --quiet

.PHONY: help demo test test-postgres lint accuracy bench lock

help:
	@sed -n 's/^#   //p' Makefile

demo: $(RUN)
	@$(BIN)/hearsay demo

test: $(DEV)
	$(BIN)/python -m pytest --numprocesses $(JOBS) --dist loadfile

test-postgres: $(DEV)
	.ci/postgres $(BIN)/python -m pytest tests/ledger tests/explorer/test_explorer_databases.py

lint: $(DEV)
	$(BIN)/ruff check .
	$(BIN)/mypy

accuracy: $(RUN)
	$(BIN)/python -m benchmarks.accuracy

bench: $(RUN) $(YARDSTICK)
	$(BIN)/python -m benchmarks.speed

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Hearsay needs Python 3.11 or later as $(PYTHON): install it, or run make PYTHON=/path/to/python"; exit 1; }
	@echo "Setting up $(VENV), which takes a minute the first time ..."
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }

$(RUN): requirements.lock pyproject.toml | $(BIN)/python
	$(PIP) --requirement requirements.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

# The lock file is whole, so nothing beside it is looked for: followthemoney asks for SQLAlchemy's stubs of old, which
# would hide from mypy the types that SQLAlchemy itself has.
$(DEV): requirements-dev.lock $(RUN)
	$(PIP) --no-deps --requirement requirements-dev.lock
	@touch $@

$(YARDSTICK): benchmarks/requirements.lock
	@test -x .venv-bench/bin/python || $(PYTHON) -m venv .venv-bench
	.venv-bench/bin/python -m pip install --quiet --requirement benchmarks/requirements.lock
	@touch $@

LOCK := $(BIN)/pip-compile --quiet --strip-extras --allow-unsafe --build-deps-for editable --no-annotate --no-header \
  --no-emit-index-url --no-emit-find-links pyproject.toml --output-file - \
  --extra picture --extra postgres --extra serve
TIDY := sed -e '/^$$/d' -e '/considered to be unsafe/d' -e '/^sqlalchemy2-stubs/d'
lock: $(DEV)
	$(PIP) pip-tools
	@{ echo '# What running Hearsay needs, in exact versions. Made from pyproject.toml by "make lock".'; \
	  $(LOCK) | $(TIDY); } > $(VENV)/run.lock && cp $(VENV)/run.lock requirements.lock
	@{ echo '# What tests and checks need as well, in exact versions. Made from pyproject.toml by "make lock".'; \
	  $(LOCK) --extra dev --constraint requirements.lock | $(TIDY); } > $(VENV)/dev.lock && \
	  cp $(VENV)/dev.lock requirements-dev.lock
