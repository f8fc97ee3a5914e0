"""`interview-lab models fetch|list`: the speech model, fetched once and verified."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

from agent.providers.whisper.errors import ModelUnavailable
from agent.providers.whisper.fetch import fetch_model
from agent.providers.whisper.models import MODELS, choose_model, find_model, model_folder, status, usable_cores
from server.commands import CliError
from server.settings import Settings


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "models",
        help="fetch and list speech recognition models",
        description="The speech model turns what you say into text on this computer. It is fetched once.",
    )
    actions = parser.add_subparsers(dest="action", required=True, parser_class=type(parser), metavar="fetch|list")
    fetch = actions.add_parser("fetch", help="download a model and verify it; does nothing where it is there already")
    fetch.add_argument("name", nargs="?", metavar="NAME", help=f"one of {', '.join(MODELS)}; default: this machine's")
    listing = actions.add_parser("list", help="show the models, and which is used here")
    listing.add_argument("--json", action="store_true", help="print one JSON object")


def run(args: argparse.Namespace) -> int:
    settings = Settings()
    return _list(settings, as_json=args.json) if args.action == "list" else _fetch(settings, args.name)


def _fetch(settings: Settings, name: str | None) -> int:
    """0 with the model in place; CliError (exit 2) where it cannot be had."""
    try:
        if name is None:
            choice = choose_model(settings.whisper_model, settings.home, usable_cores())
            if choice.local:
                path = find_model(settings.whisper_model, settings.home, usable_cores())
                print(f"WHISPER_MODEL names the folder {path}; there is nothing to fetch.")
                return 0
            name = choice.name
        path = _with_bar(settings, name)
    except ModelUnavailable as reason:
        raise CliError(str(reason)) from reason
    print(f"The speech model {name} is here and verified: {path}")
    return 0


def _with_bar(settings: Settings, name: str) -> Path:
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=not sys.stderr.isatty()) as bar:
        task = bar.add_task(f"Speech model {name}", total=None)

        def show(here: int, needed: int) -> None:
            bar.update(task, completed=here, total=needed)

        return fetch_model(name, settings.home, endpoint=settings.hf_endpoint, progress=show)


def _list(settings: Settings, *, as_json: bool) -> int:
    ability = status(settings.whisper_model, settings.home, usable_cores())
    rows = [
        {
            "name": name,
            "download_mb": megabytes,
            "good_for": good_for,
            "here": model_folder(settings.home, name).is_dir(),
        }
        for name, (_, megabytes, good_for) in MODELS.items()
    ]
    if as_json:
        print(json.dumps({"transcription": ability.model_dump(), "models": rows}, indent=2))
        return 0
    for row in rows:
        print(f"{'*' if row['here'] else ' '} {row['name']:<9} {row['download_mb']:>4} MB  {row['good_for']}")
    print(f"\n{ability.detail}")
    return 0
