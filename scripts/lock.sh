#!/bin/sh
# Resolves requirements.lock from pyproject.toml: every platform, every extra, hashed, no index address.
set -eu
uv=$(command -v uv || echo .venv/bin/uv)
if [ ! -x "$uv" ]; then
    echo "make lock needs uv: .venv/bin/pip install uv" >&2
    exit 1
fi
"$uv" pip compile pyproject.toml --all-extras --generate-hashes --python-version 3.11 --universal --no-emit-index-url --quiet -o requirements.lock
