#!/bin/sh
# Installs the web client's locked packages in the folder named by the first argument.
set -eu

if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    echo "Interview Practice Lab needs Node 20 or newer (with npm), which builds its page; none was found. Install it from https://nodejs.org or your package manager." >&2
    exit 1
fi
major=$(node -p 'process.versions.node.split(".")[0]')
if [ "$major" -lt 20 ]; then
    echo "Interview Practice Lab needs Node 20 or newer; this machine has $(node --version)." >&2
    exit 1
fi

echo "Installing the page's packages ..."
cd "$1"
npm ci --no-audit --no-fund --loglevel=error
