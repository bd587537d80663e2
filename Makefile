# Every target sets itself up in .venv; a second call of `setup` is instant.
#   make dataset     build seeds/ into output/
#   make test        the whole suite
#   make score       build the gold documents and score them
#   make bench       speed and memory on 1,000 documents
#   make bench-archive           speed on an archive of news, beside quantulum3 and spaCy
#   make bench-consolidation     the same of 10,000 to 1,000,000 reported deals made one
#   make bench-increment         one document added to 100,000
#   make bench-site              the table of 100,000 transfers in a browser
#   make lint        ruff and mypy
#   make docs        renew the data dictionary, the sessions and notebooks in README.md and docs/, the list of the linker's modules
#   make pictures    photograph the pages for README.md and docs/site.md
#   make site-assets  bundle the scripts of the pages anew, from etl/site/front with Node and npm
#   make lock        renew requirements*.txt from requirements*.in

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
OTHERS := .venv-bench
# The environment of a user's shell must not lead Python to packages outside .venv.
unexport PYTHONPATH PYTHONHOME
LOCK   := $(BIN)/pip-compile --quiet --strip-extras --generate-hashes --allow-unsafe \
          --no-emit-index-url --no-emit-find-links --no-annotate --no-header

.PHONY: setup dataset test score bench bench-archive bench-consolidation bench-increment bench-site lint docs pictures \
  site-assets lock clean
.DELETE_ON_ERROR:

setup: $(VENV)/.installed

# pip byte-compiles what it installs even where PYTHONDONTWRITEBYTECODE is set only if it is told to, and imports
# without byte code take three times as long.
$(VENV)/.python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or later is needed; name one with: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.installed: requirements.txt pyproject.toml $(VENV)/.python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --compile --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --compile --no-deps --no-build-isolation --no-index -e .
	$(BIN)/python -m compileall -q etl schemas
	@touch $@

$(VENV)/.installed-dev: requirements-dev.txt $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --compile --require-hashes -r requirements-dev.txt
	@touch $@

dataset: setup
	$(BIN)/arms-transfers build seeds --output output

test: $(VENV)/.installed-dev
	$(BIN)/python -m pytest -n 2

# The dataset stays in output-gold/, to ask it why a row is wrong.
score: setup
	$(BIN)/arms-transfers build 'tests/gold/*.txt' --output output-gold
	$(BIN)/python tests/gold/score.py output-gold/arms_transfers.duckdb tests/gold

bench: setup
	$(BIN)/python benchmarks/bench.py

# What we are compared with is never in the project's own environment.
$(OTHERS)/.installed: benchmarks/requirements.txt $(VENV)/.python
	$(PYTHON) -m venv $(OTHERS)
	$(OTHERS)/bin/python -m pip install --quiet --disable-pip-version-check --compile --require-hashes -r benchmarks/requirements.txt
	@touch $@

bench-archive: setup $(OTHERS)/.installed
	$(BIN)/python benchmarks/archive.py --others $(OTHERS)/bin/python

bench-consolidation: setup
	$(BIN)/python benchmarks/consolidation.py

bench-site: $(VENV)/.installed-dev
	$(BIN)/python benchmarks/site.py

bench-increment: setup
	$(BIN)/python benchmarks/increment.py

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/mypy

docs: setup
	$(BIN)/python -m etl.store.dictionary > docs/data-dictionary.md
	$(BIN)/python docs/sessions.py README.md docs/*.md
	$(BIN)/python docs/notebook.py docs/notebooks/*.ipynb
	$(BIN)/python docs/modules.py > docs/linker.md

pictures: $(VENV)/.installed-dev
	$(BIN)/python docs/images.py

# Who changes the pages' scripts needs Node 20 or later; who uses the pages does not.
site-assets:
	cd etl/site/front && npm ci --silent && npm run --silent check && npm run --silent build

lock: $(VENV)/.python
	$(BIN)/python -m pip install --quiet pip-tools
	$(LOCK) --output-file requirements.txt requirements.in
	$(LOCK) --output-file requirements-dev.txt requirements-dev.in

clean:
	rm -rf output output-gold .pytest_cache .mypy_cache .ruff_cache
