"""Writes THIRD_PARTY_NOTICES.md from the two lock files and the installed packages' own metadata.

Every licence must be known and allowed; `--check` also fails when the file is stale. What a package does not declare
stands in DECLARED below, with the place where it was read.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NOTICES = ROOT / "THIRD_PARTY_NOTICES.md"
ALLOWED = frozenset(
    (
        *("MIT", "MIT-0", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "ISC", "Apache-2.0", "BlueOak-1.0.0", "Zlib"),
        *("PSF-2.0", "Python-2.0", "Unlicense", "CC0-1.0", "CC-BY-4.0", "OFL-1.1", "MIT-CMU"),
        *("MPL-2.0", "LGPL-3.0-only", "LicenseRef-LiveKit-Model"),  # with conditions: see HEAD
    )
)
GPL_EXTRA = {"espeakng-loader": "GPL-3.0-or-later"}  # the extra `local-voice` only; runs in a process of its own
DECLARED = {
    "espeakng-loader": "GPL-3.0-or-later",  # nothing in its metadata; it carries espeak-ng, whose licence this is
    # "BSD-3-Clause, Apache-2.0, dependency licenses" in its metadata: either, and PDFium's own parts in its wheel
    "pypdfium2": "BSD-3-Clause AND Apache-2.0",
    "nest-asyncio": "BSD-2-Clause",  # "BSD" in its metadata; its LICENSE file is the two-clause one
}
SPELLINGS = {
    "apache 2.0": "Apache-2.0",
    "apache software license": "Apache-2.0",
    "bsd 2-clause license": "BSD-2-Clause",
    "bsd license": "BSD-3-Clause",
    "3-clause bsd license": "BSD-3-Clause",
    "isc license": "ISC",
    "mit license": "MIT",
    "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0",
    "python software foundation license": "PSF-2.0",
    "psfl": "PSF-2.0",
}
LOCK_LINE = re.compile(r"^([a-z0-9._-]+)==([^ \\;]+)[ ]?(;[^\\]*)?")
HEAD = """# Third-party notices

Written by `make notices` from `requirements.lock`, `web_client/package-lock.json` and the packages' own metadata.
Interview Practice Lab itself is Apache-2.0 (see `LICENSE`). It ships none of the Python packages below: your own
installer fetches them. The built page contains the packages of the second table.

## What deserves a second look

- **espeakng-loader (espeak-ng)** is GPL-3.0-or-later. It is the extra `local-voice`, which `make run` installs; the
  product works without it (`pip install` without the extra, `VOICE=none` or another voice). It runs as a child process
  behind a pipe and is never imported by our code. Whoever distributes a bundle that contains it distributes GPL code.
- **livekit-local-inference** carries LiveKit's voice-activity and end-of-turn models under the LiveKit Model License
  (`LicenseRef-LiveKit-Model`): free to use and pass on, but only together with the LiveKit Agents framework, which is
  how this product uses them; its output may not be used to develop other models.
- **av (PyAV)**: its wheels carry FFmpeg (LGPL-3.0-or-later) together with x264 and x265 (GPL-2.0-or-later). This
  product uses the Opus and MP4 parts. Whoever distributes a bundle that contains the wheel takes on those licences.
- **psycopg, psycopg-binary** are LGPL-3.0-only, used unmodified as libraries; the wheel carries libpq, OpenSSL and
  Kerberos libraries under their own permissive licences.
- **numpy, onnxruntime, ctranslate2**: the wheels carry OpenBLAS (BSD-3-Clause), libgfortran and libquadmath
  (GPL-3.0 with the GCC runtime exception), oneDNN (Apache-2.0) and OpenMP runtimes.
- Models that you fetch by a command keep their own licences: Whisper (MIT), Kokoro (Apache-2.0), Piper voices (each its
  own). The commands show licence, size and digest before anything is fetched.
- Fonts in the built page: Inter and JetBrains Mono, both OFL-1.1.
- Fonts in printed reports: DejaVu Sans and DejaVu Sans Bold 2.37, shipped unmodified in `server/assets/fonts` with
  their licence beside them (Bitstream Vera and Arev terms, both free to use, embed and pass on; DejaVu's changes are
  public domain). They are embedded, as subsets, in the PDFs that a report is exported to.
"""


@dataclass(frozen=True, slots=True)
class Entry:
    name: str
    versions: tuple[str, ...]
    licence: str
    use: str  # "product", "local-voice" or "development"

    def row(self) -> str:
        return f"| {self.name} | {', '.join(self.versions)} | {self.licence} | {self.use} |"


def main(argv: list[str] | None = None) -> int:
    """Return 0 when all licences are allowed and the file is (now) fresh."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if the file is stale")
    check = parser.parse_args(argv).check
    python, page = list(python_entries()), list(page_entries())
    complaints = [complaint for entry in (*python, *page) if (complaint := problem(entry))]
    text = render(python, page)
    if check and (not NOTICES.exists() or NOTICES.read_text() != text):
        complaints.append(f"{NOTICES.name} is stale: run `make notices`")
    for complaint in complaints:
        print(complaint, file=sys.stderr)
    if not check and not complaints:
        NOTICES.write_text(text)
    return 1 if complaints else 0


def render(python: Iterable[Entry], page: Iterable[Entry]) -> str:
    """The whole notice: what to look at, then one table for each lock file."""
    table = "| package | version | licence | used by |\n|---|---|---|---|\n"
    return (
        f"{HEAD}\n## Python packages\n\n{table}"
        + "\n".join(entry.row() for entry in python)
        + f"\n\n## Packages of the page\n\n{table}"
        + "\n".join(entry.row() for entry in page)
        + "\n"
    )


def problem(entry: Entry) -> str | None:
    """Why the entry may not be used, or None."""
    if not entry.licence:
        return f"{entry.name}: no licence known; read its text and add it to DECLARED in scripts/notices.py"
    if entry.use == "local-voice" and GPL_EXTRA.get(entry.name) == entry.licence:
        return None
    return None if allowed(entry.licence) else f"{entry.name}: licence {entry.licence} is not among the allowed ones"


def allowed(expression: str) -> bool:
    """Whether an SPDX expression can be met with allowed licences only."""
    for operator, needed in ((" OR ", any), (" AND ", all)):
        parts = _split(expression, operator)
        if len(parts) > 1:
            return needed(allowed(part) for part in parts)
    inner = expression.strip()
    return allowed(inner[1:-1]) if inner.startswith("(") else inner in ALLOWED


def _split(expression: str, operator: str) -> list[str]:
    """Split at the operator outside parentheses."""
    parts, depth, start = [], 0, 0
    for i, char in enumerate(expression):
        depth += (char == "(") - (char == ")")
        if not depth and expression.startswith(operator, i):
            parts.append(expression[start:i])
            start = i + len(operator)
    return [*parts, expression[start:]]


def python_entries() -> Iterator[Entry]:
    """Every package of requirements.lock that some supported machine installs, by name."""
    versions, parents = locked_python()
    uses = python_uses(parents)
    for name in sorted(versions):
        yield Entry(name, tuple(versions[name]), python_licence(name), uses.get(name, "development"))


def locked_python() -> tuple[dict[str, list[str]], dict[str, set[str]]]:
    """Versions by name, and for each name the packages that ask for it."""
    versions: dict[str, list[str]] = {}
    parents: dict[str, set[str]] = {}
    name = ""
    for line in (ROOT / "requirements.lock").read_text().splitlines():
        if match := LOCK_LINE.match(line):
            name = match[1]
            if "== 'emscripten'" in (match[3] or ""):
                name = ""  # a browser's Python, on which the product does not run
                continue
            versions.setdefault(name, []).append(match[2])
        elif name and (via := re.match(r"^    #   (?:via )?(\S+)|^    # via (\S+)", line)):
            parents.setdefault(name, set()).add(via[1] or via[2])
    return versions, parents


def python_uses(parents: dict[str, set[str]]) -> dict[str, str]:
    """Who uses each package: the strongest reason wins, the product before the voice before development."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    groups = {"product": project["dependencies"], "local-voice": project["optional-dependencies"]["local-voice"]}
    uses: dict[str, str] = {}
    for use, requirements in groups.items():
        frontier = {_plain_name(requirement) for requirement in requirements}
        while frontier:
            for name in frontier:
                uses.setdefault(name, use)
            frontier = {name for name, asked in parents.items() if asked & frontier and name not in uses}
    return uses


def _plain_name(requirement: str) -> str:
    match = re.match(r"[A-Za-z0-9._-]+", requirement)
    return re.sub(r"[._]", "-", match.group().lower()) if match else ""


def python_licence(name: str) -> str:
    """SPDX expression from the installed metadata; what is not installed on this machine keeps its written one."""
    if name in DECLARED:
        return DECLARED[name]
    try:
        found = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return _written_licence(name)
    field = (found.get("License-Expression") or found.get("License") or "").strip()
    if field and len(field) < 80 and field not in ("BSD", "UNKNOWN"):
        return SPELLINGS.get(field.lower().removesuffix(" (iscl)"), field)
    kinds = [c.rsplit("::", 1)[-1].strip() for c in found.get_all("Classifier") or [] if c.startswith("License ::")]
    return " OR ".join(dict.fromkeys(SPELLINGS.get(kind.lower(), "") for kind in kinds if kind.lower() in SPELLINGS))


def _written_licence(name: str) -> str:
    if not NOTICES.exists():
        return ""
    match = re.search(rf"^\| {re.escape(name)} \| [^|]+ \| ([^|]+) \|", NOTICES.read_text(), re.MULTILINE)
    return match[1] if match else ""


def page_entries() -> Iterator[Entry]:
    """Every package of the page's lock file; the lock carries the licences."""
    locked = json.loads((ROOT / "web_client/package-lock.json").read_text())["packages"]
    found: dict[tuple[str, str, str], set[str]] = {}
    for path, package in locked.items():
        if path:
            use = "development" if package.get("dev") else "product"
            key = (path.rsplit("node_modules/", 1)[-1], use, package.get("license", ""))
            found.setdefault(key, set()).add(package["version"])
    for (name, use, licence), versions in sorted(found.items()):
        yield Entry(name, tuple(sorted(versions)), licence, use)


if __name__ == "__main__":
    raise SystemExit(main())
