# Rawi: `make demo` to see it work, `make test` to prove it, `make help` for the rest.
# Needs git, make and Python 3.11 or newer with pip; no root. Everything is installed into .venv.

VENV  := .venv
BIN   := $(VENV)/bin
STAMP := $(VENV)/.made-by-make

# Read only when an environment has to be made: the first Python that is new enough.
PYTHON ?= $(shell for each in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	found=$$($$each -c 'import sys; print(sys.executable if sys.version_info >= (3, 11) else "")' 2>/dev/null); \
	[ -n "$$found" ] && echo "$$found" && break; done)
UV ?= $(shell command -v uv 2>/dev/null)

# Three ways to install, whichever the machine has: uv, the environment's own pip, the outer pip aiming at it.
INSTALL = $(if $(UV),$(UV) pip install --quiet --python $(BIN)/python,$\
	$(if $(shell $(BIN)/python -m pip --version 2>/dev/null),$(BIN)/python -m pip,$\
	"$(PYTHON)" -m pip --python $(BIN)/python) install --quiet --no-compile --disable-pip-version-check)
LOCKED = $(INSTALL) --require-hashes --only-binary :all:

.DEFAULT_GOAL := help
.PHONY: help env demo test check lint types imports sizes data locks gate diff bench fuzz nightly lock clean

help: ## list what can be asked for
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

env: $(STAMP)/run ## make .venv with rawi in it

demo: $(STAMP)/run ## read the articles in gold/ and print what the ledger says
	@$(BIN)/rawi demo

test: $(STAMP)/dev ## run every test
	@$(BIN)/python -m pytest

check: lint types imports sizes data locks ## everything that is checked without running the code

lint: $(STAMP)/dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(STAMP)/dev
	@$(BIN)/mypy --strict src checks

imports: $(STAMP)/dev
	@$(BIN)/lint-imports --no-logo

sizes: $(STAMP)/run
	@$(BIN)/python -m checks.sizes_and_names

data: $(STAMP)/run
	@$(BIN)/python -m checks.lexicon_lines

locks: $(STAMP)/run
	@$(BIN)/python -m checks.lock_files

gate: $(STAMP)/run ## score the annotated articles; fail where a score fell below its floor
	@$(BIN)/python -m rawi.evaluation.gate

diff: $(STAMP)/run ## list the entries gained and lost since the last landed state
	@$(BIN)/python -m rawi.evaluation.diff

bench: $(STAMP)/dev ## measure speed and memory, as ratios in one run
	@$(BIN)/python -m benchmarks

TARGET ?= decode
SECONDS ?= 900
FUZZED := decode html feed warc jsonl dates numbers quotations

fuzz: $(STAMP)/fuzz ## look for inputs that break TARGET=decode for SECONDS=900
	@$(BIN)/python -m fuzz $(TARGET) --seconds $(SECONDS) --corpus build/fuzz/$(TARGET) --found build/fuzz-found

nightly: $(STAMP)/fuzz $(STAMP)/dev ## every fuzz target for SECONDS=900 each, then the long tests
	@failed=; for one in $(FUZZED); do $(MAKE) --no-print-directory fuzz TARGET=$$one || failed="$$failed $$one"; done; \
	test -z "$$failed" || echo "broken:$$failed" >&2; $(LONG) $(BIN)/python -m pytest $(LONG_TESTS) && test -z "$$failed"

LONG := RAWI_KILLS=500 RAWI_FLIPS=1000 RAWI_BENT=20000
LONG_TESTS := tests/ledger tests/ingest tests/cli tests/test_fuzz_regressions.py

COMPILE = $(or $(UV),$(wildcard $(BIN)/uv),$(error make lock needs uv, https://docs.astral.sh/uv)) pip compile $\
	--quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate $\
	--custom-compile-command "make lock"

lock: ## pin the dependencies anew; with UPGRADE=1 to the newest that fit
	$(COMPILE) $(if $(UPGRADE),--upgrade) -o requirements/run.txt pyproject.toml
	$(COMPILE) $(if $(UPGRADE),--upgrade) -o requirements/build.txt requirements/build.in
	$(COMPILE) $(if $(UPGRADE),--upgrade) -o requirements/dev.txt -c requirements/run.txt pyproject.toml requirements/dev.in
	$(COMPILE) $(if $(UPGRADE),--upgrade) -o requirements/fuzz.txt requirements/fuzz.in

clean: ## remove .venv and what the tools left behind
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests checks benchmarks fuzz -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

# A Debian without python3-venv has no ensurepip: then the environment is made without pip of its own.
$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "rawi needs Python 3.11 or newer; say where: make PYTHON=/path/to/python3" >&2; exit 1; }
	@$(if $(UV),$(UV) venv --quiet --allow-existing --python "$(PYTHON)" $(VENV),$\
	"$(PYTHON)" -m venv $(VENV) >/dev/null 2>&1 || "$(PYTHON)" -m venv --clear --without-pip $(VENV))
	@$(if $(UV),,$(BIN)/python -m pip uninstall --quiet --yes setuptools >/dev/null 2>&1 || true) # 10 MB nobody here needs

$(STAMP)/run: pyproject.toml requirements/run.txt requirements/build.txt | $(BIN)/python
	@echo "installing rawi into $(VENV)"
	@$(LOCKED) -r requirements/run.txt -r requirements/build.txt
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@mkdir -p $(STAMP) && touch $@

$(STAMP)/fuzz: requirements/fuzz.txt $(STAMP)/run
	@$(LOCKED) -r requirements/fuzz.txt
	@touch $@

$(STAMP)/dev: requirements/dev.txt $(STAMP)/run
	@$(LOCKED) -r requirements/dev.txt
	@touch $@
