# Interview Practice Lab. `make run` is all a fresh machine needs: Python 3.11 or newer, Node 20 or newer, make.

VENV := .venv
BIN := $(VENV)/bin
WEB := web_client
PY_STAMP := $(VENV)/.installed
NPM_STAMP := $(WEB)/node_modules/.installed
PAGE := server/static/index.html
WEB_SOURCES := $(shell find $(WEB)/src $(WEB)/public -type f 2>/dev/null) $(wildcard $(WEB)/index.html $(WEB)/vite.config.* $(WEB)/tsconfig*.json)

.PHONY: help setup run test check types notices lock e2e bench clean

help:  ## list the targets
	@awk -F ':.*## ' '/^[a-z0-9]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(PY_STAMP) $(NPM_STAMP) $(PAGE)  ## install everything and build the page

run: setup  ## start the lab on http://localhost:8000
	@$(BIN)/interview-lab models fetch || true
	@exec $(BIN)/interview-lab serve

test: setup  ## run every test: Python, browser, page
	@scripts/chromium.sh
	@$(BIN)/python scripts/run_tests.py

check: $(PY_STAMP) $(NPM_STAMP)  ## lint, types, floors, generated files, licences
	@scripts/check.sh

types: $(PY_STAMP) $(NPM_STAMP)  ## write the TypeScript types of API and room messages
	@$(BIN)/python scripts/generate_types.py

notices: $(PY_STAMP) $(NPM_STAMP)  ## write THIRD_PARTY_NOTICES.md
	@$(BIN)/python scripts/notices.py

lock: $(PY_STAMP)  ## resolve requirements.lock anew (needs uv)
	@scripts/lock.sh

e2e: setup  ## run the browser tests only
	@scripts/chromium.sh
	@$(BIN)/python -m pytest tests/e2e

bench: $(PY_STAMP)  ## measure turn-taking and transcription
	$(BIN)/interview-lab bench turns --json
	$(BIN)/interview-lab bench stt --json

clean:  ## remove what the other targets made, keeping your interviews
	rm -rf $(VENV) $(WEB)/node_modules server/static dist test-results .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(PY_STAMP): requirements.lock pyproject.toml scripts/python.sh
	@scripts/python.sh $(VENV)
	@touch $@

$(NPM_STAMP): $(WEB)/package-lock.json $(WEB)/package.json $(WEB)/.npmrc scripts/node.sh
	@scripts/node.sh $(WEB)
	@touch $@

$(PAGE): $(NPM_STAMP) $(WEB_SOURCES)
	@echo "Building the page ..."
	@cd $(WEB) && npm run --silent build
