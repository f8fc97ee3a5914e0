#!/bin/sh
# Sees to it that the browser tests find a Chromium: the one installed, else apt's where root may, else Playwright's own.
# Without any, the tests skip with a reason; with CI=1 they fail, and so does this script.
set -eu
python=.venv/bin/python

found() { "$python" -m tests.support.chromium >/dev/null 2>&1; }

found && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing Chromium with apt-get ..."
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium; } >/dev/null 2>&1 || true
fi
found && exit 0
echo "Installing Playwright's Chromium ..."
"$python" -m playwright install chromium >/dev/null 2>&1 || true
found && exit 0
echo "No Chromium could be installed. Install one (Debian: apt-get install chromium) or set CHROMIUM to its path." >&2
[ "${CI:-}" = 1 ] && exit 1
echo "The browser tests will be skipped." >&2
