"""`interview-lab bench judge`: does the better answer score higher, does gaming pay, does it matter who speaks?"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from server.commands import CliError

if TYPE_CHECKING:
    from server.bench.judge import Attacked, Ranked, Results, Share

MATERIAL = Path(__file__).parents[2] / "tests" / "judge"
INTERVIEWS = 12


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "judge",
        help="whether the better answer scores higher",
        description="Judges pairs of a strong and a weak answer to one question, honest interviews beside attacked "
        "twins of themselves, and interviews that differ only in names, pronouns, universities, cities or spelling; "
        "and times interviews of 45 minutes. Prints how many pairs are ranked right (overall, and on the pair's "
        "dimension where both answers have a level), which attacks paid and which swaps moved a score. The rules "
        "judge; pairs that were written after they were frozen stand apart.",
    )
    parser.add_argument(
        "folder",
        type=Path,
        nargs="?",
        default=MATERIAL,
        metavar="DIR",
        help="pairs/, honest/, attacks.yaml and swaps.yaml; without it, the repository's own",
    )
    parser.add_argument(
        "--interviews",
        type=int,
        default=INTERVIEWS,
        metavar="N",
        help=f"how many long interviews are timed; 0 for none ({INTERVIEWS})",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(args: argparse.Namespace) -> int:
    import asyncio

    from server.bench.judge import measure
    from server.bench.judge_material import BadMaterialError, read_material

    if args.interviews < 0:
        raise CliError("--interviews must be 0 or more.")
    try:
        material = read_material(args.folder)
    except BadMaterialError as fault:
        raise CliError(str(fault)) from fault
    if args.interviews and not material.honest:
        raise CliError(f"{args.folder} holds no honest interview to put a long one together from; use --interviews 0.")
    found = figures(asyncio.run(measure(material, args.interviews)))
    sys.stdout.write((json.dumps(found, indent=2, ensure_ascii=False) if args.json else table(found)) + "\n")
    return 0


Figures = dict[str, object]


def figures(results: Results) -> Figures:
    """What --json prints: shares as {right, count, percent}, and whatever came out wrong by its id."""
    from evaluators.shapes import RULES_EVALUATOR, RULES_VERSION
    from server.bench.judge import Share

    return {
        "evaluator": RULES_EVALUATOR,
        "evaluator_version": RULES_VERSION,
        "pairs": {name: _pairs(ranked) for name, ranked in results.pairs.items()},
        "attacks": _attacks(results.attacks),
        "attacks_after_freeze": _attacks(results.late_attacks),
        "swaps": {
            **_share(Share.of(not told.moved for told in results.swaps)),
            "versions": sum(len(told.swap.values) for told in results.swaps),
            "moved": [{"swap": told.swap.id, "moved": list(told.moved)} for told in results.swaps if told.moved],
        },
        "seconds": {
            "interviews": len(results.seconds),
            "minutes_each": 45,
            "p50": _rank(results.seconds, 0.5),
            "p95": _rank(results.seconds, 0.95),
        },
    }


def _pairs(ranked: Sequence[Ranked]) -> Figures:
    from server.bench.judge import Share

    def by(key: Callable[[Ranked], str]) -> Figures:
        return {
            name: _share(Share.of(r.right for r in ranked if key(r) == name))
            for name in sorted({key(r) for r in ranked})
        }

    return {
        **_share(Share.of(r.right for r in ranked)),
        "overall": _share(Share.of(r.overall_right for r in ranked)),
        "on_dimension": _share(Share.of(r.dimension_right for r in ranked if r.dimension_right is not None)),
        "twins": _share(Share.of(r.right for r in ranked if r.pair.twin)),
        "others": _share(Share.of(r.right for r in ranked if not r.pair.twin)),
        "by_dimension": by(lambda r: r.pair.dimension),
        "by_fault": by(lambda r: r.pair.fault.value),
        "by_role": by(lambda r: r.pair.role_kit),
        "wrong": [_wrong(r) for r in ranked if not r.right],
    }


def _attacks(tried: Sequence[Attacked]) -> Figures:
    from server.bench.judge import Share

    def held(found: Iterable[Attacked]) -> Figures:
        return _share(Share.of(not one.above for one in found))

    kinds = sorted({one.attack.kind for one in tried})
    return {
        **held(tried),
        "by_kind": {kind: held(one for one in tried if one.attack.kind == kind) for kind in kinds},
        "paid": [
            {"interview": one.honest, "attack": one.attack.id, "above": list(one.above)} for one in tried if one.above
        ],
    }


def _wrong(ranked: Ranked) -> Figures:
    dimension = ranked.pair.dimension
    return {
        "pair": ranked.pair.id,
        "overall": [ranked.strong["overall"], ranked.weak["overall"]],
        dimension: [ranked.strong.get(dimension), ranked.weak.get(dimension)],
    }


def _share(share: Share) -> Figures:
    return {"right": share.right, "count": share.count, "percent": share.percent}


def _rank(values: Iterable[float], share: float) -> float | None:
    """The smallest value that at least this share of all values does not exceed."""
    ordered = sorted(values)
    return round(ordered[math.ceil(share * len(ordered)) - 1], 3) if ordered else None


def table(found: Figures) -> str:
    """The same figures to read."""
    rows = [f"judged by {found['evaluator']} {found['evaluator_version']}", ""]
    for name, pairs in _children(found, "pairs"):
        rows.append(_row(f"pairs, {name.replace('_', ' ')}", pairs))
        rows += [
            _row(f"  {key.replace('_', ' ')}", _of(pairs, key))
            for key in ("overall", "on_dimension", "twins", "others")
        ]
        for group in ("by_dimension", "by_fault"):
            rows += [_row(f"    {key}", share) for key, share in _children(pairs, group)]
        rows += [f"  wrong: {_plain(item)}" for item in _list(pairs, "wrong")]
    swaps, seconds = _of(found, "swaps"), _of(found, "seconds")
    for key in ("attacks", "attacks_after_freeze"):
        attacks = _of(found, key)
        rows += ["", _row(f"{key.replace('_', ' ')}: twins not above", attacks)]
        rows += [_row(f"    {kind}", share) for kind, share in _children(attacks, "by_kind")]
        rows += [f"  paid: {_plain(item)}" for item in _list(attacks, "paid")]
    rows += ["", _row(f"swaps that move nothing ({swaps['versions']} versions)", swaps)]
    rows += [f"  moved: {_plain(item)}" for item in _list(swaps, "moved")]
    if seconds["interviews"]:
        rows += [
            "",
            f"{seconds['interviews']} interviews of 45 minutes: p50 {seconds['p50']} s, p95 {seconds['p95']} s",
        ]
    return "\n".join(rows)


def _row(name: str, share: Figures) -> str:
    percent = "" if share["percent"] is None else f"{share['percent']:>7} %"
    return f"{name:<44}{share['right']!s:>5} of {share['count']!s:>4}{percent}"


def _of(found: Figures, key: str) -> Figures:
    value = found[key]
    assert isinstance(value, dict)
    return value


def _children(found: Figures, key: str) -> list[tuple[str, Figures]]:
    return [(name, _of(_of(found, key), name)) for name in _of(found, key)]


def _list(found: Figures, key: str) -> list[Figures]:
    value = found[key]
    assert isinstance(value, list)
    return value


def _plain(item: Figures) -> str:
    return ", ".join(f"{key} {value}" for key, value in item.items())
