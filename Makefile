# Needs Python 3.11 or later with pip and venv; everything else goes into .venv.
PYTHON ?= python3

.PHONY: demo test lint lock soak clean

demo: .venv/ready
	@.venv/bin/tracker demo

test: .venv/ready
	.venv/bin/python -m pytest -q -n auto

lint: .venv/ready
	.venv/bin/ruff check
	.venv/bin/mypy
	.venv/bin/lint-imports

# An hour of kills, crowds and years of use; docs/trust.md says what they look for. KILLS are of each kind of writing,
# SECONDS of each kind of database.
KILLS ?= 200
SECONDS ?= 300
ARTICLES ?= 20000
soak: .venv/ready
	.venv/bin/python -m pytest -q tests/soak --kills $(KILLS) --seconds $(SECONDS) --articles $(ARTICLES)

# Every dependency by version and hash, for those who want just what was tested:
# pip install --require-hashes --requirement requirements.lock && pip install --no-deps .
lock: .venv/ready
	.venv/bin/python -m pip install --quiet uv
	.venv/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--custom-compile-command "make lock" --extra agreement --extra cluster --extra full --extra llm --extra postgres \
		--output-file requirements.lock pyproject.toml

clean:
	rm -rf .venv

.venv/ready: pyproject.toml
	@echo "making .venv (a minute or two)"
	@$(PYTHON) -m venv .venv
	@.venv/bin/python -m pip install --quiet --editable '.[dev]'
	@touch $@
