# One command proves everything: make test. `make run` starts Psoas. Both set up what they need.
.PHONY: run test slow check bench lock setup setup-dev node assets wheel site clean docs audit sbom texts handed
.DEFAULT_GOAL := run
unexport PYTHONDONTWRITEBYTECODE
# Python's packages and Node's come at the same time.
MAKEFLAGS += -j2

PYTHON ?= python3
BIN := .venv/bin
UV := $(BIN)/uv
STAMPS := .venv/.stamps
FIGURES := src/psoas/web/static/built/figures
BEND := src/psoas/mechanics/data/built/reference-bend.json
SPOKEN := $(STAMPS)/spoken
FIGURE_SOURCES := $(wildcard src/psoas/figure/*.py src/psoas/figure/data/*.* src/psoas/figure/data/movements/*.toml \
  src/psoas/catalogue/data/exercises/*.toml src/psoas/web/elements/figure/*.ts)

run: setup assets
	$(BIN)/psoas serve

setup: $(STAMPS)/run
setup-dev: $(STAMPS)/dev

$(BIN)/python:
	$(PYTHON) -m venv .venv

$(STAMPS)/uv: $(BIN)/python requirements/uv.txt
	@mkdir -p $(STAMPS)
	$(BIN)/python -m pip install -q --disable-pip-version-check --only-binary :all: --require-hashes -r requirements/uv.txt
	@touch $@

# uv is fast; where it cannot run, plain pip does the same from the same hashed list.
$(STAMPS)/run: $(STAMPS)/uv requirements/run.txt pyproject.toml
	$(UV) pip install -q --python $(BIN)/python --only-binary :all: --require-hashes -r requirements/run.txt \
	  || $(BIN)/python -m pip install -q --only-binary :all: --require-hashes -r requirements/run.txt
	$(UV) pip install -q --python $(BIN)/python --no-deps --no-build-isolation -e . \
	  || $(BIN)/python -m pip install -q --no-deps --no-build-isolation -e .
	@touch $@

$(STAMPS)/dev: $(STAMPS)/run requirements/dev.txt
	$(UV) pip install -q --python $(BIN)/python --only-binary :all: --require-hashes -r requirements/dev.txt \
	  || $(BIN)/python -m pip install -q --only-binary :all: --require-hashes -r requirements/dev.txt
	@touch $@

# Node 22.18 or newer runs TypeScript as it is; a machine without it gets one from the package index, inside .venv.
$(STAMPS)/node: $(STAMPS)/uv requirements/node.txt
	@if ! node -e 'const [a,b]=process.versions.node.split(".").map(Number);process.exit(a>22||(a==22&&b>=18)?0:1)' 2>/dev/null; then \
	  $(UV) pip install -q --python $(BIN)/python --only-binary :all: --require-hashes -r requirements/node.txt \
	    || $(BIN)/python -m pip install -q --only-binary :all: --require-hashes -r requirements/node.txt; \
	fi
	@touch $@

node_modules/.package-lock.json: $(STAMPS)/node package.json package-lock.json
	PATH="$(CURDIR)/$(BIN):$$PATH" npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

assets: setup node_modules/.package-lock.json $(FIGURES)/.built $(BEND) $(SPOKEN)
	PATH="$(CURDIR)/$(BIN):$$PATH" node src/psoas/web/elements/build.mjs
	$(BIN)/python -m psoas.web.static_files

# Movements are drawn by the same code that moves them in the browser. What changed since it was solved is solved first.
$(FIGURES)/.built: $(FIGURE_SOURCES) $(STAMPS)/run node_modules/.package-lock.json
	$(BIN)/python -m psoas.figure.build $(FIGURES)
	PATH="$(CURDIR)/$(BIN):$$PATH" node src/psoas/web/elements/figure/measure.ts $(FIGURES)
	PATH="$(CURDIR)/$(BIN):$$PATH" node src/psoas/web/elements/figure/stills.ts $(FIGURES)
	PATH="$(CURDIR)/$(BIN):$$PATH" node src/psoas/web/elements/figure/small-stills.ts $(FIGURES)
	@touch $@

# The picture of a bend, for homes in which the model cannot run.
$(BEND): $(wildcard src/psoas/mechanics/*.py src/psoas/mechanics/data/*.toml) $(STAMPS)/run
	$(BIN)/python -m psoas.mechanics.reference_bend

# Translations are written as .po and read as .mo.
$(SPOKEN): $(wildcard src/psoas/locale/*/*.po translation/*.py) src/psoas/locale/languages.toml $(STAMPS)/run
	$(BIN)/python translation/texts.py compile
	@touch $@

# After a text has changed: every .po file gets it, translations stay, doubtful ones are marked.
texts: setup-dev
	$(BIN)/python translation/texts.py update

# After a value that pages hand to elements has changed: TypeScript's types of it.
handed: setup-dev
	$(BIN)/python typescript/handed.py write

check: setup-dev assets
	$(BIN)/ruff format --check src tests bench docs translation typescript
	$(BIN)/ruff check src tests bench docs translation typescript
	$(BIN)/djlint --check --quiet src/psoas/web
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python typescript/handed.py check
	PATH="$(CURDIR)/$(BIN):$$PATH" node_modules/.bin/tsc --noEmit
	PATH="$(CURDIR)/$(BIN):$$PATH" node --test tests/elements/imports.test.ts
	$(BIN)/psoas check
	$(BIN)/python translation/texts.py check

test: setup-dev assets
	PATH="$(CURDIR)/$(BIN):$$PATH" node --test "tests/elements/**/*.test.ts"
	$(BIN)/pytest -n auto --dist worksteal -m "not slow"

# What takes long: kills by the hundred, large samples of random people, the phone edition walked. Some of it measures times: one by one.
slow: setup-dev assets site
	$(BIN)/pytest -m slow

bench: setup-dev assets
	$(BIN)/python bench/run.py

# The wheel holds the built pages and figures: whoever installs it needs neither Node nor git.
wheel: setup assets
	$(UV) build -q --wheel --no-build-isolation --python $(BIN)/python -o dist .

# The phone edition: a folder for any static host. Its packages are those for Pyodide's platform, fetched by hash.
SITE := build/site
WHEELS := build/browser-wheels
PYEMSCRIPTEN := --platform pyemscripten_2026_0_wasm32 --python-version 3.14 --implementation cp --abi cp314 --abi none

site: assets $(WHEELS)/.fetched
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python -m psoas.browser.build $(WHEELS) node_modules $(SITE)

$(WHEELS)/.fetched: $(STAMPS)/run requirements/browser.txt
	rm -rf $(WHEELS) && mkdir -p $(WHEELS)
	$(BIN)/python -m pip download -q --disable-pip-version-check --no-deps --require-hashes --only-binary=:all: $(PYEMSCRIPTEN) \
	  -r requirements/browser.txt -d $(WHEELS)
	@touch $@

docs: setup-dev
	$(BIN)/python docs/render.py

# Known weaknesses in what is locked, and a list of all of it: tools in an environment of their own, wheels alone.
AUDIT := .venv-audit
$(AUDIT)/.ready: $(STAMPS)/uv requirements/audit.txt
	$(PYTHON) -m venv $(AUDIT)
	$(UV) pip install -q --python $(AUDIT)/bin/python --only-binary :all: --require-hashes -r requirements/audit.txt
	@touch $@

audit: $(AUDIT)/.ready $(STAMPS)/node
	for list in run dev browser uv node audit; do \
	  $(AUDIT)/bin/pip-audit --disable-pip --require-hashes -r requirements/$$list.txt || exit 1; done
	PATH="$(CURDIR)/$(BIN):$$PATH" npm audit --package-lock-only

sbom: $(AUDIT)/.ready $(STAMPS)/node
	@mkdir -p dist
	for list in run browser; do \
	  $(AUDIT)/bin/cyclonedx-py requirements requirements/$$list.txt --of JSON --output-reproducible -o dist/psoas-$$list.cdx.json || exit 1; done
	PATH="$(CURDIR)/$(BIN):$$PATH" npm sbom --sbom-format cyclonedx --package-lock-only > dist/psoas-elements.cdx.json

lock: $(STAMPS)/uv
	$(UV) pip compile -q requirements/uv.in --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -o requirements/uv.txt
	$(UV) pip compile -q requirements/node.in --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -o requirements/node.txt
	$(UV) pip compile -q pyproject.toml requirements/build.in --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -o requirements/run.txt
	$(UV) pip compile -q pyproject.toml requirements/build.in --extra research --group dev --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -o requirements/dev.txt
	$(UV) pip compile -q requirements/browser.in --python-version 3.14 --generate-hashes --no-header --no-annotate -o requirements/browser.txt
	$(UV) pip compile -q requirements/audit.in --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -o requirements/audit.txt
	@if grep -nE '(https?|file)://|index-url' requirements/*.txt $(wildcard package-lock.json); then echo "a lock file holds an address"; exit 1; fi

clean:
	rm -rf .venv .venv-audit node_modules src/psoas/web/static/built src/psoas/web/collected build dist
