#!/bin/sh
# Every static check, Python's and the page's side by side; all run, and the exit code says whether all passed.
set -u
bin=.venv/bin
notes=$(mktemp -d)
trap 'rm -rf "$notes"' EXIT

step() {
    name=$1
    shift
    started=$(date +%s)
    if output=$("$@" 2>&1); then
        printf '  ok    %-16s %4ss\n' "$name" $(($(date +%s) - started))
    else
        printf '  FAIL  %-16s %4ss\n%s\n' "$name" $(($(date +%s) - started)) "$output"
        echo "$name" >>"$notes/failed"
    fi
}

{
    step "tsc" npm --prefix web_client run --silent types
    step "eslint" npm --prefix web_client run --silent lint
} >"$notes/page" &
page=$!

step "ruff" $bin/ruff check .
step "ruff format" $bin/ruff format --check .
step "mypy --strict" $bin/mypy
step "floors" $bin/lint-imports
step "generated types" $bin/python scripts/generate_types.py --check
step "licences" $bin/python scripts/notices.py --check
wait $page
cat "$notes/page"

if [ -s "$notes/failed" ]; then
    echo "Failed: $(paste -sd, "$notes/failed" | sed 's/,/, /g')" >&2
    exit 1
fi
