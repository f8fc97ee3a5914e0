"""`interview-lab plan`: plans an interview from a role, a résumé and a job description, and prints the plan."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import cast, get_args

from controller.planner import MAX_MINUTES, MIN_MINUTES, build_plan, themes
from controller.planning.layout import expected_questions
from controller.templates import render
from schema.companies import Blueprint, Company
from schema.plan import InterviewPlan
from schema.rubric import RoleKit
from schema.vocabulary import CompanyArchetype, InterviewType, Look, RoleCategory, Seniority, Style
from seeds.catalog import Catalog, load_catalog
from server.commands import CliError
from server.commands.given import given_job, given_resume
from server.search import firm

MAX_SEED = 2**31 - 1


@dataclass(frozen=True, slots=True)
class _Employer:
    company: Company | None
    blueprint: Blueprint | None


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "plan",
        help="plan an interview and say why each question was chosen",
        description="Plans an interview without a server and prints it: an outline with the reason of each question, "
        "or with --json the plan itself. The same input and seed give the same plan. Exit 2: the input can't be used.",
    )
    parser.add_argument("--role-kit", required=True, metavar="KEY", help="for example software_engineer")
    parser.add_argument("--role-title", metavar="T", help="default: the job description's title, or the kit's name")
    parser.add_argument("--specialization", metavar="S", help="of the role, for example backend")
    parser.add_argument("--resume", type=Path, metavar="F", help="a résumé: PDF, DOCX, TXT or MD")
    parser.add_argument("--jd", type=Path, metavar="F", help="a job description: PDF, DOCX, TXT or MD")
    parser.add_argument("--company", metavar="NAME", help="default: the one that the job description names")
    parser.add_argument("--company-archetype", choices=[*CompanyArchetype], help="where the company is not known")
    parser.add_argument("--interview-type", choices=[*InterviewType], help="default: the kit's first")
    parser.add_argument("--style", choices=[*Style], default=Style.NEUTRAL.value)
    parser.add_argument("--seniority", choices=[*Seniority], help="default: the kit's level")
    parser.add_argument("--minutes", type=int, metavar="N", help=f"{MIN_MINUTES} to {MAX_MINUTES}; default: the kit's")
    parser.add_argument("--look", choices=get_args(Look), default="maya", help="who asks, or chairs the panel")
    parser.add_argument(
        "--avoid", metavar="KEYS", default="", help="question patterns that were asked lately, by commas"
    )
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="another number asks other questions")
    parser.add_argument("--json", action="store_true", help="print the plan as one JSON object")


def run(args: argparse.Namespace) -> int:
    catalog = load_catalog()
    plan = plan_of(args, catalog)
    if args.json:
        sys.stdout.write(json.dumps(plan.model_dump(mode="json", by_alias=True), indent=2, ensure_ascii=False) + "\n")
    else:
        _show(plan, catalog)
    return 0


def plan_of(args: argparse.Namespace, catalog: Catalog) -> InterviewPlan:
    """The plan that these arguments ask for. Raises CliError."""
    kit = catalog.role_kits.get(args.role_kit)
    if kit is None:
        raise CliError(f"There is no role kit {args.role_kit!r}; there are {', '.join(catalog.role_kits)}.")
    minutes = _minutes(args, kit)
    if not 0 <= args.seed <= MAX_SEED:
        raise CliError(f"--seed takes 0 to {MAX_SEED}, not {args.seed}.")
    resume, job = given_resume(args.resume), given_job(args.jd)
    seniority = Seniority(args.seniority or kit.level)
    company_name = args.company or (job.company if job is not None else None)
    employer = _employer(catalog, company_name, RoleCategory(kit.role_category), seniority)
    return build_plan(
        kit=kit,
        patterns=catalog.patterns,
        seniority=seniority,
        interview_type=InterviewType(args.interview_type or kit.default_interview_types[0]),
        style=Style(args.style),
        minutes=minutes,
        role_title=args.role_title or (job.title if job is not None else None),
        specialization=args.specialization,
        company=employer.company,
        company_name=company_name,
        company_archetype=CompanyArchetype(args.company_archetype) if args.company_archetype else None,
        blueprint=employer.blueprint,
        resume=resume,
        job=job,
        look=cast(Look, args.look),
        avoid=frozenset(key.strip() for key in args.avoid.split(",") if key.strip()),
        seed=args.seed,
    )


def _minutes(args: argparse.Namespace, kit: RoleKit) -> int:
    minutes: int = kit.estimated_duration if args.minutes is None else args.minutes
    if not MIN_MINUTES <= minutes <= MAX_MINUTES:
        raise CliError(f"--minutes takes {MIN_MINUTES} to {MAX_MINUTES}, not {minutes}.")
    return minutes


def _employer(catalog: Catalog, name: str | None, category: RoleCategory, seniority: Seniority) -> _Employer:
    wanted = firm(name or "")
    company = next(
        (
            company
            for company in catalog.companies.values()
            if wanted and wanted in {firm(known) for known in (company.name, *company.aliases)}
        ),
        None,
    )
    if company is None:
        return _Employer(None, None)
    levels = tuple(Seniority)
    fitting = [item for item in catalog.blueprints if item.company == company.name and item.role_category is category]
    nearest = min(fitting, key=lambda item: abs(levels.index(item.seniority) - levels.index(seniority)), default=None)
    return _Employer(company, nearest)


# ------------------------------------------------------------------ the outline


def _show(plan: InterviewPlan, catalog: Catalog) -> None:
    meta = plan.metadata
    where = f" at {meta.company}" if meta.company else ""
    minutes = round(sum(phase.mins for phase in plan.phases))
    kind = meta.interview_type.value.replace("_", " ")
    print(f"{minutes} minutes, {kind}, {meta.style.value}, {meta.seniority.value}: {meta.role_title}{where}")
    people = {person.id: person for person in plan.interviewers}
    for phase in plan.phases:
        who = people.get(phase.interviewer or "")
        print(f"\n{phase.id}  {phase.mins:g} min" + (f"  {who.name}, {who.role}" if who else ""))
        expected = expected_questions(phase)
        for number, question in enumerate(phase.questions):
            if number == expected:
                print("  if there is time:")
            print(f"  - {render(catalog.patterns[question.pattern].template, question.slots)}")
            print(f"      why: {question.why}")
    seen = themes(plan, catalog.patterns)
    if seen.covers or seen.leaves_out:
        print("\nof the job description")
        print(f"  covered: {'; '.join(seen.covers) or 'nothing'}")
        print(f"  left out for want of time: {'; '.join(seen.leaves_out) or 'nothing'}")
