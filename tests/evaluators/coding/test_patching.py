"""Patches are applied exactly or not at all."""

from __future__ import annotations

import random
import subprocess
from pathlib import Path

import pytest

from evaluators.coding.patching import PatchError, apply_patch, make_patch
from schema.room_exercises import MAX_CODE_CHARS, MAX_PATCH_CHARS

NAME = "solution.py"
BASE = "def mean(values):\n    total = sum(values)\n    return total // len(values)\n"
FIXED = "def mean(values):\n    total = sum(values)\n    return total / len(values)\n"


def refused(diff: str, base: str = BASE) -> str:
    with pytest.raises(PatchError) as caught:
        apply_patch(base, diff, filename=NAME)
    assert caught.value.message.endswith(".")
    return caught.value.code


def test_a_patch_that_fits_is_applied() -> None:
    assert apply_patch(BASE, make_patch(BASE, FIXED, filename=NAME), filename=NAME) == FIXED


@pytest.mark.parametrize(
    ("base", "new"),
    [
        ("", "a\n"),
        ("a\n", ""),
        ("a", "b"),
        ("a", "a\n"),
        ("a\n", "a"),
        ("a\nb", "a\nb\nc"),
        ("a\r\nb\r\n", "a\r\nc\r\n"),
        ("x\n" * 50, "x\n" * 20 + "y\n" + "x\n" * 30),
        ("a\x0cb\n\u2028c\n", "a\x0cb\n\u2028d\n"),
        ("\n\n\n", "\n\nä ✓ 😀\n"),
        ("--- a\n", "+++ b\n"),
        ("-- x\n", "++ y\n"),
    ],
)
def test_what_is_made_is_applied(base: str, new: str) -> None:
    assert apply_patch(base, make_patch(base, new, filename=NAME), filename=NAME) == new


def test_random_edits_round_trip() -> None:
    chance = random.Random(20)
    for _ in range(300):
        base = "".join(chance.choice(["a\n", "b\n", "\n", "  c\n"]) for _ in range(chance.randrange(30)))
        lines = base.splitlines(keepends=True)
        for _ in range(chance.randrange(1, 5)):
            at = chance.randrange(len(lines) + 1)
            lines[at : at + chance.randrange(3)] = [f"{chance.random():.3f}\n"] * chance.randrange(3)
        new = "".join(lines) + chance.choice(["", "end"])
        if new != base:
            assert apply_patch(base, make_patch(base, new, filename=NAME), filename=NAME) == new


def test_gnu_patch_agrees(tmp_path: Path) -> None:
    before, after = tmp_path / "before", tmp_path / "after"
    before.write_text(BASE)
    after.write_text(FIXED + "\n# a new last line without an end")
    made = subprocess.run(
        ["diff", "-u", "--label", f"a/{NAME}", "--label", f"b/{NAME}", before, after], capture_output=True, text=True
    )
    assert apply_patch(BASE, made.stdout, filename=NAME) == after.read_text()


def test_a_header_of_git_is_read() -> None:
    diff = f"diff --git a/{NAME} b/{NAME}\nindex 12ab..34cd 100644\n" + make_patch(BASE, FIXED, filename=NAME)
    assert apply_patch(BASE, diff, filename=NAME) == FIXED


@pytest.mark.parametrize(
    "name", ["other.py", "/etc/passwd", "a/../solution.py", "../solution.py", "/dev/null", "a/b/solution.py", ""]
)
def test_another_file_is_outside(name: str) -> None:
    diff = make_patch(BASE, FIXED, filename=NAME)
    assert refused(diff.replace(f"b/{NAME}", name)) == "outside"
    assert refused(diff.replace(f"a/{NAME}", name)) == "outside"


@pytest.mark.parametrize("line", ["Binary files a/x and b/x differ", "rename from x", "deleted file mode 100644"])
def test_more_than_text_is_outside(line: str) -> None:
    assert refused(f"diff --git a/x b/x\n{line}\n") == "outside"


def test_a_hunk_must_fit_where_it_says() -> None:
    diff = make_patch(BASE, FIXED, filename=NAME)
    assert refused(diff, BASE.replace("total", "sum_")) == "hunk_failed"
    assert refused(diff, "\n" + BASE) == "hunk_failed"  # the same lines, one further down
    assert refused(diff, "") == "hunk_failed"
    assert refused(diff, FIXED) == "hunk_failed"  # applied already


@pytest.mark.parametrize(
    "diff",
    [
        "",
        "hello",
        f"--- a/{NAME}\n",
        f"--- a/{NAME}\n+++ b/{NAME}\n",
        f"--- a/{NAME}\n+++ b/{NAME}\n@@ nonsense @@\n",
        f"--- a/{NAME}\n+++ b/{NAME}\n@@ -1,3 +1,3 @@\n def mean(values):\n",
        f"--- a/{NAME}\n+++ b/{NAME}\n@@ -1 +1 @@\n-def mean(values):\n+x\n+y\n",
        f"--- a/{NAME}\n+++ b/{NAME}\n@@ -1 +1 @@\n*def mean(values):\n",
        f"--- a/{NAME}\n+++ b/{NAME}\n@@ -1 +2 @@\n-def mean(values):\n+x\n",
        f"--- a/{NAME}\n+++ b/{NAME}\n@@ -1 +1 @@\n-def mean(values):\n+x\\\n\\ No newline at end of file\n",
        f"--- a/{NAME}\n+++ b/{NAME}\n@@ -0,0 +1 @@\n+a\x00b\n",
        f"--- a/{NAME}\n+++ b/{NAME}\n@@ -0,0 +1 @@\n+a\ud800b\n",
    ],
)
def test_what_cannot_be_read_is_malformed(diff: str) -> None:
    assert refused(diff) == "malformed"


def test_hunks_out_of_order_are_malformed() -> None:
    first, second = "@@ -3 +3 @@\n-c\n+C\n", "@@ -1 +1 @@\n-a\n+A\n"
    assert refused(f"--- a/{NAME}\n+++ b/{NAME}\n{first}{second}", "a\nb\nc\n") == "malformed"


def test_huge_patches_and_files_are_too_large() -> None:
    assert refused("x" * (MAX_PATCH_CHARS + 1)) == "too_large"
    assert refused(make_patch(BASE, BASE + "#" * MAX_CODE_CHARS + "\n", filename=NAME)) == "too_large"
