# The front door of the developer. Needs Python 3.11 or newer, make and the package index; nothing else.
.DEFAULT_GOAL := help
.PHONY: help run test proof ckan check fmt docs bench demo lock

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
PIP := PIP_DISABLE_PIP_VERSION_CHECK=1 $(BIN)/python -m pip install --quiet --require-hashes
COMPILE := UV_PYTHON_DOWNLOADS=never $(BIN)/uv pip compile pyproject.toml --universal --generate-hashes \
	--no-header --quiet
# A copy of the lock inside the environment says what is installed there; the dev lock holds all of the other.
HAS_RUN := cmp -s requirements.lock $(VENV)/requirements.lock || cmp -s requirements-dev.lock $(VENV)/requirements-dev.lock
HAS_DEV := cmp -s requirements-dev.lock $(VENV)/requirements-dev.lock
# Many tests start the application in processes of their own; each would compile it anew.
unexport PYTHONDONTWRITEBYTECODE
# Tests share no state between workers; two workers suit the smallest machine that builds this.
WORKERS ?= 2
# CKAN has libraries of its own, older and newer than ours.
CKAN ?= $(CURDIR)/.ckan

help: ## show these lines
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | while IFS="$$(printf '\t')" read -r name text; \
		do printf '  make %-6s %s\n' "$$name" "$$text"; done

run: $(BIN)/python ## install what is missing, migrate, load the demo world when empty, and serve
	@{ $(HAS_RUN); } || { echo 'Memasang pustaka (sekali saja) ...'; $(PIP) -r requirements.lock \
		&& cp requirements.lock $(VENV)/requirements.lock; }
	@exec $(BIN)/python run.py

test: dev ## all tests, on SQLite and on a real PostgreSQL (ARGS="-k kata" for some)
	@$(BIN)/python -m pytest -n $(WORKERS) $(ARGS)

proof: dev ## the measured tests at their promised sizes (ARGS="tests/documents" for some); takes long
	@SIDIK_TEST_SIZE=full $(BIN)/python -m pytest -n $(WORKERS) -m proof $(ARGS)

ckan: dev ## install the real CKAN (.ckan) and publish to it; needs Debian's redis-server, libpq-dev, libmagic1
	@test -x $(CKAN)/bin/ckan || { echo 'Memasang CKAN (sekali saja) ...'; $(PYTHON) -m venv $(CKAN) \
		&& $(CKAN)/bin/pip install --quiet 'setuptools<81' wheel && $(CKAN)/bin/pip install --quiet 'ckan[requirements]==2.12.0'; }
	@SIDIK_TEST_CKAN=$(CKAN) $(BIN)/python -m pytest tests/register/test_ckan.py $(ARGS)

mutate: dev ## change app/law in every small way and see which changes no test notices (an hour; ARGS="app.law.meter*" for some)
	@place=$$(mktemp -d) && cp -r app tests config.py run.py migrations docx_templates pyproject.toml $$place && cd $$place \
		&& nice -n 15 $(CURDIR)/$(BIN)/mutmut run --max-children $(WORKERS) $(ARGS) \
		&& $(CURDIR)/$(BIN)/mutmut results; rm -rf $$place

check: dev ## format, lint, types, import contracts
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

fmt: dev ## put the code into its form
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

docs: dev ## the manual as a site, in build/panduan
	@$(BIN)/sphinx-build -q -W -b html docs/panduan build/panduan

bench: dev ## the benchmarks, each beside its peers in one run
	@$(BIN)/python -m tests.bench $(ARGS)

demo: $(BIN)/python ## empty the development database and load the demo world again
	@{ $(HAS_RUN); } || { $(PIP) -r requirements.lock && cp requirements.lock $(VENV)/requirements.lock; }
	@$(BIN)/flask --app run demo reset

lock: dev ## write both lock files anew from pyproject.toml
	@$(COMPILE) -o requirements.lock
	@$(COMPILE) --extra dev -o requirements-dev.lock

.PHONY: dev
dev: $(BIN)/python
	@$(HAS_DEV) || { echo 'Memasang pustaka pengembang (sekali saja) ...'; $(PIP) -r requirements-dev.lock \
		&& cp requirements-dev.lock $(VENV)/requirements-dev.lock; }

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo 'Python 3.11 atau lebih baru tidak ditemukan. Pasanglah dahulu.' >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo 'Modul venv tidak ada. Di Debian: apt-get install python3-venv.' >&2; \
		rm -rf $(VENV); exit 1; }
