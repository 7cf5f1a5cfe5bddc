# Developer interface: make demo | test | test-fast | test-site | check | fix | docs | bench | lock
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CPUS ?= 2

.PHONY: demo demo-stop setup test test-fast test-site check fix docs bench lock system-packages clean

demo: $(VENV)/.runtime
	@mkdir -p build
	$(BIN)/comity assess rank --top 15 --html build/comity-brief.html
	@echo "The same as one page for any browser, with no network: build/comity-brief.html"
	COMITY_HOME=build/demo $(BIN)/comity serve --background
	@echo "Stop it with: make demo-stop"

demo-stop:
	COMITY_HOME=build/demo $(BIN)/comity serve --stop

setup: $(VENV)/.dev

# Everything once; then the site and its journeys again, on a real PostgreSQL.
test: $(VENV)/.dev system-packages
	$(BIN)/pytest -n $(CPUS)
	COMITY_TEST_DATABASE=postgres $(BIN)/pytest -n $(CPUS) tests/comity_web tests/journeys

test-fast: $(VENV)/.dev
	$(BIN)/pytest -n $(CPUS) -m "not slow and not publisher and not libreoffice and not cluster and not wheel and not site and not journey"

test-site: $(VENV)/.dev
	$(BIN)/pytest -n $(CPUS) -m "not slow" tests/comity_web

check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(MAKE) docs

fix: $(VENV)/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: $(VENV)/.dev
	$(BIN)/sphinx-build -n -W --keep-going -q -b html docs build/docs
	$(BIN)/sphinx-build -n -W --keep-going -q -b doctest docs build/doctest

bench: $(VENV)/.dev
	$(BIN)/python benchmarks/run.py

lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url -q --no-header pyproject.toml --extra cluster --extra models --extra web -o requirements/runtime.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url -q --no-header pyproject.toml --extra cluster --extra models --extra web --group dev -c requirements/runtime.txt -o requirements/dev.txt

system-packages:
	@sh scripts/system-packages.sh

$(BIN)/python:
	@sh scripts/make-venv.sh $(PYTHON) $(VENV)

$(VENV)/.runtime: $(BIN)/python requirements/runtime.txt pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/runtime.txt
	$(BIN)/python scripts/install_editable.py
	@touch $@

$(VENV)/.dev: $(BIN)/python requirements/dev.txt pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/python scripts/install_editable.py
	@touch $@ $(VENV)/.runtime

clean:
	rm -rf build dist $(VENV)
