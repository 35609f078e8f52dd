# What is typed in this folder; `make` alone lists it.

SHELL := /bin/bash
BIN := .venv/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

# The first Python here that is new enough. Looked for only when the environment is made.
PYTHON ?= $(firstword $(foreach python,python3.11 python3.12 python3.13 python3,$(shell \
	$(python) -c 'import sys; sys.version_info >= (3, 11) and print("$(python)")' 2>/dev/null)))

STEPS ?= 100000
prove bench test: export QT_QPA_PLATFORM := offscreen
prove: export PROVE_STEPS := $(STEPS)

# One process for each scale, on a screen of its own where there is none: 1366 x 768 has to fit at each.
SCALES := 1 1.5
SCREEN := $(shell command -v xvfb-run > /dev/null && echo "xvfb-run -a -s '-screen 0 2100x1200x24'" \
	|| echo "env QT_QPA_PLATFORM=offscreen")

.PHONY: help setup system-packages run test check bench prove words bundle screens

help:  ## this list
	@sed -n 's/^\([a-z-]*\):.*  ## /make \1\t/p' Makefile

setup: system-packages .venv/installed  ## everything the program and its tests need, into .venv

run: setup  ## the window
	$(BIN)/jxc-desktop

test: setup  ## every test, without a display (ARGS="-k name": some of them)
	$(BIN)/python -m pytest -n auto $(ARGS)

check: setup  ## style, types, and who imports whom
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

bench: setup  ## measured against the floors (NAME=name: one of them)
	$(BIN)/python -m benchmarks $(NAME)

words: setup  ## the texts of the program into the catalogues of resources/translations
	$(BIN)/python resources/translations/update.py

prove: setup  ## the ledgers against the reference through STEPS random acts
	$(BIN)/python -m pytest -n auto -m proof $(ARGS)

bundle: system-packages  ## one folder in dist/ that needs no Python, built from a clean environment and tried out
	@[[ -n "$(PYTHON)" ]] || { echo "Python 3.11 or newer is needed, and none was found." >&2; exit 1; }
	$(PYTHON) -m venv --clear build/bundle
	build/bundle/bin/python -m pip install --quiet --constraint constraints.txt --editable ".[bundle]"
	build/bundle/bin/pyinstaller --noconfirm --log-level WARN --workpath build/frozen jxc.spec
	QT_QPA_PLATFORM=offscreen dist/jxc-desktop/jxc-desktop --self-check
	@du -sh dist/jxc-desktop

screens: setup  ## pictures of every page, light and dark, 100 % and 150 %, into build/screens (ARGS="--only payment")
	rm -rf build/screens
	printf '%s\n' $(SCALES) | xargs -P 2 -I {} env QT_SCALE_FACTOR={} $(SCREEN) \
		$(BIN)/python -m tests.pictures build/screens $(ARGS)

system-packages:
	@.ci/system-packages

.venv/installed: pyproject.toml constraints.txt
	@[[ -n "$(PYTHON)" ]] || { echo "Python 3.11 or newer is needed, and none was found." >&2; exit 1; }
	[[ -x $(BIN)/python ]] || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable ".[dev]"
	@touch $@
