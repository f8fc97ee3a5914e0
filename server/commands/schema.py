"""`interview-lab schema`: prints the JSON Schema of a document that the product takes or gives."""

from __future__ import annotations

import argparse
import json
import sys


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "schema",
        help="print the JSON schemas of the product's documents",
        description="Prints a JSON Schema: `analysis` is the report that `evaluate --json` prints and the server "
        "keeps, `transcript` is the file that `evaluate` takes.",
    )
    parser.add_argument("document", choices=("analysis", "transcript"), help="which document")


def run(args: argparse.Namespace) -> int:
    from schema.analysis import Analysis
    from schema.transcript import TranscriptDocument

    if args.document == "analysis":
        schema = Analysis.model_json_schema(by_alias=True, mode="serialization")
    else:
        schema = TranscriptDocument.model_json_schema()
    sys.stdout.write(json.dumps(schema, indent=2, ensure_ascii=False) + "\n")
    return 0
