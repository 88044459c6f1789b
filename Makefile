# `make run` and `make test` are all that a machine with Python 3.11, git and make needs.

PYTHON ?= python3
PORT ?= 8501
VENV = .venv
BIN = $(VENV)/bin

.PHONY: run test tools check lint shots scenes bench pins charts rules reading audit fix

# Installed when the pins change, and only then.
$(VENV)/app.stamp: requirements.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

$(VENV)/dev.stamp: requirements-dev.txt $(VENV)/app.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	touch $@

run: $(VENV)/app.stamp
	@echo "The guide opens at http://localhost:$(PORT)"
	$(BIN)/streamlit run streamlit_app.py --server.port $(PORT)

# Everything that CI runs: style, types, import directions, spelling, content, then the tests.
test: $(VENV)/dev.stamp
	$(MAKE) -j 3 lint check tools
	$(BIN)/python -m pytest -n 2 --dist loadgroup

# What the tests drive besides Python's packages: Chromium and HAProxy.
tools: $(VENV)/dev.stamp
	$(BIN)/python -m tests.tools

lint: $(VENV)/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/codespell

check: $(VENV)/dev.stamp
	$(BIN)/python -m app.knowledge check

# Every page at 390 and 1280 px, light and dark, into shots/ (not kept in git).
shots: $(VENV)/dev.stamp
	$(BIN)/python -m tests.tools chromium
	$(BIN)/python -m tests.browser.shots

# A contact sheet of the procedure's scenes at 320, 390 and 1280 px, light and dark, into shots/.
scenes: $(VENV)/dev.stamp
	$(BIN)/python -m tests.tools chromium
	$(BIN)/python -m tests.browser.contact_sheet

# First words, bytes and reruns against stock Streamlit in the same run.
bench: tools
	$(BIN)/python -m tests.load.bench

# Exact pins of everything installed, with the hash of each file, from requirements.in and requirements-dev.in.
pins: $(VENV)/dev.stamp
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --universal --python-version 3.11 --quiet --no-emit-index-url --generate-hashes --custom-compile-command "make pins" requirements.in -o requirements.txt
	$(BIN)/uv pip compile --universal --python-version 3.11 --quiet --no-emit-index-url --generate-hashes --custom-compile-command "make pins" requirements-dev.in -o requirements-dev.txt

# The charts' code in the version that the pinned plotly is made for; needs npm.
charts: $(VENV)/dev.stamp
	rm -rf .cache/plotly && mkdir -p .cache/plotly
	cd .cache/plotly && npm pack --silent plotly.js-basic-dist-min@$$($(CURDIR)/$(BIN)/python -c "from plotly.offline import get_plotlyjs_version as version; print(version())")
	tar xzf .cache/plotly/*.tgz -C .cache/plotly
	cp .cache/plotly/package/plotly-basic.min.js assets/plotly/
	cp .cache/plotly/package/LICENSE assets/plotly/LICENSE.txt
	rm -rf .cache/plotly

# The rules of the decision pathway as a sheet for clinicians, from the tables of the tests.
rules: $(VENV)/dev.stamp
	$(BIN)/python -m tests.spec.rule_sheet

# Measure the reading level and write it where the Evidence page shows it.
reading: $(VENV)/dev.stamp
	$(BIN)/python -m tests.content.reading_level

# Known weaknesses of what is installed; fails as well where one could not be asked about.
audit: $(VENV)/dev.stamp
	$(BIN)/pip-audit --strict --no-deps --disable-pip -r requirements.txt

fix: $(VENV)/dev.stamp
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
