#!/bin/sh
# Every static check, one after another; all run, and the exit code says whether all passed.
set -u
bin=.venv/bin
failed=""

step() {
    name=$1
    shift
    started=$(date +%s)
    if output=$("$@" 2>&1); then
        printf '  ok    %-22s %4ss\n' "$name" $(($(date +%s) - started))
    else
        printf '  FAIL  %-22s %4ss\n%s\n' "$name" $(($(date +%s) - started)) "$output"
        failed="$failed $name"
    fi
}

step "ruff" $bin/ruff check .
step "ruff format" $bin/ruff format --check .
step "mypy --strict" $bin/mypy
step "floors" $bin/lint-imports
step "generated types" $bin/python scripts/generate_types.py --check
step "licences" $bin/python scripts/notices.py --check
step "tsc" npm --prefix web_client run --silent types
step "eslint" npm --prefix web_client run --silent lint

if [ -n "$failed" ]; then
    echo "Failed:$failed" >&2
    exit 1
fi
