"""`python -m server` is `interview-lab`."""

from __future__ import annotations

from server.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
