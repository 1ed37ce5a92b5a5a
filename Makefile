# Needs Python 3.11 or later with pip and venv; everything else goes into .venv.
PYTHON ?= python3

.PHONY: demo test lint clean

demo: .venv/ready
	@.venv/bin/tracker demo

test: .venv/ready
	.venv/bin/python -m pytest -q -n auto

lint: .venv/ready
	.venv/bin/ruff check
	.venv/bin/mypy
	.venv/bin/lint-imports

clean:
	rm -rf .venv

.venv/ready: pyproject.toml
	@echo "making .venv (a minute or two)"
	@$(PYTHON) -m venv .venv
	@.venv/bin/python -m pip install --quiet --editable '.[dev]'
	@touch $@
