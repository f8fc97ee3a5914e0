"""`interview-lab bench skills FILE`: how well the rules find skills and knowledge in marked job ads."""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

from server.bench.skills import BadFileError, Score, by_rules, by_vocabulary, read_ads, score
from server.commands import CliError

METHODS = {"rules": by_rules, "vocabulary": by_vocabulary}


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "skills",
        help="how well skills are found in job ads",
        description="Reads ads whose skill and knowledge spans people marked (SkillSpan's JSON lines: idx, tokens, "
        "tags_skill, tags_knowledge, source) and prints precision, recall and F1 of exact spans, and of spans that "
        "touch a marked one, for the rules and for matching the vocabulary's names alone. --half odd or even keeps "
        "the ads of one half by their number, so that what one half taught can be checked on the other.",
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="marked sentences, one JSON object a line")
    parser.add_argument("--half", choices=("odd", "even"), help="only the ads with an odd or an even idx")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(args: argparse.Namespace) -> int:
    try:
        ads = read_ads(args.file)
    except OSError as fault:
        raise CliError(f"{args.file} can't be read: {fault.strerror}.") from fault
    except BadFileError as fault:
        raise CliError(str(fault)) from fault
    if args.half:
        ads = [ad for ad in ads if ad[0].idx % 2 == (args.half == "odd")]
    results: dict[str, dict[str, Score]] = {}
    began = time.perf_counter()
    for name, find in METHODS.items():
        results[name] = score(ads, find)
    seconds = round(time.perf_counter() - began, 2)
    if args.json:
        figures = {name: {kind: each.as_json() for kind, each in kinds.items()} for name, kinds in results.items()}
        print(json.dumps({"ads": len(ads), "seconds": seconds, **figures}, indent=2))
    else:
        print(_table(len(ads), results))
    return 0


def _table(ads: int, results: dict[str, dict[str, Score]]) -> str:
    rows = [f"{ads} ads{'':22}exact  P      R      F1    touching  P      R      F1    marked  found"]
    for name, kinds in results.items():
        for kind, each in kinds.items():
            figures = each.as_json()
            exact = "  ".join(f"{figures[key]:.3f}" for key in ("precision", "recall", "f1"))
            touching = "  ".join(f"{figures[f'overlap_{key}']:.3f}" for key in ("precision", "recall", "f1"))
            rows.append(f"{name:<12} {kind:<12}{'':6}{exact}{'':11}{touching}{each.marked:>8}{each.found:>7}")
    return "\n".join(rows)
