"""`interview-lab voices list|add|remove`: natural local voices, fetched once and verified."""

from __future__ import annotations

import argparse
import json

from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

from agent.voices import kokoro, piper
from agent.voices.catalog import CATALOG, CatalogVoice, named
from agent.voices.fetch import HUB_URL, RELEASES_URL, FetchError, Hosts, fetch_voice, remove_voice
from agent.voices.registry import VoiceConfig, status
from schema.room import Capability
from server.commands import CliError
from server.settings import Settings
from server.startup import load_settings

_PACKAGES = {"kokoro": (kokoro.installed, kokoro.HOW_TO_INSTALL), "piper": (piper.installed, piper.HOW_TO_INSTALL)}
_NAMES = ", ".join(voice.name for voice in CATALOG)


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "voices",
        help="fetch and list natural local voices",
        description="A natural voice for the interviewer that speaks on this computer, without a key. Fetched once.",
    )
    actions = parser.add_subparsers(dest="action", required=True, parser_class=type(parser), metavar="list|add|remove")
    listing = actions.add_parser("list", help="show the voices, their licences, and which are here")
    add = actions.add_parser("add", help="download a voice and verify it; does nothing where it is there already")
    add.add_argument("name", metavar="NAME", help=f"one of {_NAMES}; or piper, for one voice a face")
    add.add_argument("--hub-url", metavar="URL", help=f"a mirror of {HUB_URL}; default: HF_ENDPOINT, else the hub")
    add.add_argument("--releases-url", metavar="URL", default=RELEASES_URL, help=f"a mirror of {RELEASES_URL}")
    remove = actions.add_parser("remove", help="delete a voice from this computer")
    remove.add_argument("name", metavar="NAME", help="a voice from the list")
    for action in (listing, add, remove):
        action.add_argument("--json", action="store_true", help="print one JSON object")


def run(args: argparse.Namespace) -> int:
    settings = load_settings()
    if args.action == "list":
        return _list(settings, as_json=args.json)
    voices = named(args.name)
    if not voices:
        raise CliError(f"There is no voice {args.name!r}; known are {_NAMES}.")
    try:
        if args.action == "add":
            hosts = Hosts(args.hub_url or settings.hf_endpoint or HUB_URL, args.releases_url)
            return _add(settings, voices, hosts, as_json=args.json)
        return _remove(settings, voices, as_json=args.json)
    except FetchError as reason:
        raise CliError(str(reason)) from reason


def _list(settings: Settings, *, as_json: bool) -> int:
    rows = [
        {
            "name": voice.name,
            "engine": voice.engine,
            "looks": list(voice.looks),
            "megabytes": voice.megabytes,
            "licence": voice.licence,
            "licence_url": voice.licence_url,
            "summary": voice.summary,
            "here": voice.fetched(settings.home),
            "package_installed": _PACKAGES[voice.engine][0](),
        }
        for voice in CATALOG
    ]
    spoken = _speaking(settings)
    if as_json:
        print(json.dumps({"voice": spoken.model_dump(), "voices": rows}, indent=2))
        return 0
    for row in rows:
        print(f"{'*' if row['here'] else ' '} {row['name']:<14} {row['megabytes']:>6.1f} MB  {row['summary']}")
        print(f"{'':25}  licence: {row['licence']} ({row['licence_url']})")
    print(f"\n{spoken.detail}")
    return 0


def _add(settings: Settings, voices: tuple[CatalogVoice, ...], hosts: Hosts, *, as_json: bool) -> int:
    """0 with the voices in place; FetchError where one cannot be had."""
    fetched = []
    for voice in voices:
        if not as_json:
            print(f"{voice.name}, about {voice.megabytes:g} MB", flush=True)
            print(f"  licence: {voice.licence} ({voice.licence_url})", flush=True)
        digests = _with_bar(voice, settings, hosts)
        fetched.append({"name": voice.name, "folder": str(voice.folder(settings.home)), "digests": digests})
        if not as_json:
            for name, digest in digests.items():
                print(f"  {name} verified, {'sha256' if len(digest) == 64 else 'git blob'} {digest}")
    installed, how = _PACKAGES[voices[0].engine]
    if as_json:
        print(json.dumps({"voices": fetched, "package_installed": installed()}, indent=2))
    else:
        names = " and ".join(voice.name for voice in voices)
        print(f"{names} {'is' if len(voices) == 1 else 'are'} here.")
        if not installed():
            print(f"One more step, the package that speaks with it. {how}")
    return 0


def _with_bar(voice: CatalogVoice, settings: Settings, hosts: Hosts) -> dict[str, str]:
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        tasks = {file.name: bar.add_task(f"{voice.name} {file.name}", total=None) for file in voice.files}

        def show(name: str, here: int, needed: int) -> None:
            bar.update(tasks[name], completed=here, total=needed)

        return fetch_voice(voice, settings.home, hosts, show)


def _remove(settings: Settings, voices: tuple[CatalogVoice, ...], *, as_json: bool) -> int:
    removed = [voice.name for voice in voices if remove_voice(voice, settings.home)]
    if as_json:
        print(json.dumps({"removed": removed}))
    else:
        print(f"Removed {' and '.join(removed)}." if removed else "It was not here; nothing to remove.")
    return 0


def _speaking(settings: Settings) -> Capability:
    """Which voice the interviewer would have now."""
    key = settings.tts_api_key.get_secret_value() if settings.tts_api_key is not None else None
    return status(settings.voice, VoiceConfig(home=settings.home, base_url=settings.tts_base_url, api_key=key))
