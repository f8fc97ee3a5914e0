"""The library of question patterns, and the names of roles and companies, over HTTP."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from schema.vocabulary import UserRole
from seeds.catalog import load_catalog
from server.repositories.catalog import CatalogRows
from server.repositories.users import Users
from server.routes.patterns import EXAMPLE
from server.startup import seed
from tests.support.server import PASSWORD, Browser, RunningServer, error_of, quick_passwords


@pytest.fixture
async def admin(server: RunningServer) -> Browser:
    async with server.services.db.write() as db:
        password_hash = await quick_passwords().hash(PASSWORD)
        await Users(db).create("admin@example.org", "Admin", password_hash, UserRole.ADMIN)
    browser = server.browser()
    await browser.post("/api/auth/login", {"email": "admin@example.org", "password": PASSWORD})
    return browser


def new(**changes: Any) -> dict[str, Any]:
    """The example of the API's description with some fields changed; None takes a field away."""
    body = {**copy.deepcopy(EXAMPLE), **changes}
    return {name: value for name, value in body.items() if value is not None}


def with_probes(**probes: list[Any]) -> dict[str, Any]:
    return new(probe_tree={**EXAMPLE["probe_tree"], **probes})


async def pages(browser: Browser, query: str) -> list[dict[str, Any]]:
    """Every pattern over all pages."""
    found: list[dict[str, Any]] = []
    cursor: str | None = ""
    while cursor is not None:
        answer = await browser.get(f"/api/patterns?{query}&cursor={cursor}")
        assert answer.status_code == 200, answer.text
        found += answer.json()["patterns"]
        cursor = answer.json()["next"]
    return found


# ------------------------------------------------------------------ looking through


async def test_all_patterns_page_by_page(admin: Browser) -> None:
    shipped = load_catalog().patterns
    keys = [pattern["key"] for pattern in await pages(admin, "limit=37")]
    assert keys == sorted(shipped)
    one = next(pattern for pattern in await pages(admin, "limit=200") if pattern["key"] == "behav_mistake")
    assert one == shipped["behav_mistake"].model_dump(mode="json")


@pytest.mark.parametrize(
    ("query", "field", "value"),
    [
        ("role_category=security", "role_category", "security"),
        ("role_category=any", "role_category", None),
        ("interview_type=panel", "interview_type", "panel"),
        ("interview_type=any", "interview_type", None),
        ("pattern_type=jd_requirement", "pattern_type", "jd_requirement"),
    ],
)
async def test_filters(admin: Browser, query: str, field: str, value: str | None) -> None:
    found = await pages(admin, query)
    shipped = [item.model_dump(mode="json") for item in load_catalog().patterns.values()]
    assert {pattern[field] for pattern in found} == {value}
    assert len(found) == sum(item[field] == value for item in shipped)


async def test_filters_together_and_words(admin: Browser) -> None:
    found = await pages(admin, "role_category=swe&pattern_type=scenario&q=A%20PAGE%20THAT")
    assert [pattern["key"] for pattern in found] == ["swe_slow_page"]
    by_key = await pages(admin, "q=behav_mis")
    assert {"behav_mistake", "behav_missed_deadline"} <= {pattern["key"] for pattern in by_key}
    assert await pages(admin, "q=100%25") == []  # a percent sign is a sign, not a wildcard
    assert await pages(admin, "q=zzzz") == []


@pytest.mark.parametrize("query", ["role_category=wizard", "pattern_type=riddle", "limit=0", "limit=1000"])
async def test_filters_that_do_not_exist_are_refused(admin: Browser, query: str) -> None:
    answer = await admin.get(f"/api/patterns?{query}")
    assert answer.status_code == 422
    assert list(error_of(answer)["fields"] or {}) == [query.partition("=")[0]]


# ------------------------------------------------------------------ adding


async def test_an_added_pattern_is_kept_and_asked_from(admin: Browser, server: RunningServer) -> None:
    answer = await admin.post("/api/patterns", new())
    assert answer.status_code == 201, answer.text
    added = answer.json()
    assert (added["key"], added["source_type"], added["source_ref"]) == ("ops_cold_chain", "curated", "admin")
    assert added["probe_tree"]["if_vague"][0] == {"text": "Whom do you call first?", "kind": "short"}
    assert await pages(admin, "q=ops_cold_chain") == [added]
    async with server.services.db.read() as db:
        assert (await CatalogRows(db).patterns())["ops_cold_chain"].template == EXAMPLE["template"]


async def test_a_key_is_used_once(admin: Browser) -> None:
    answer = await admin.post("/api/patterns", new(key="behav_mistake"))
    assert (answer.status_code, error_of(answer)["code"]) == (409, "key_taken")
    assert list(error_of(answer)["fields"]) == ["key"]
    (kept,) = await pages(admin, "q=behav_mistake")
    assert kept["template"] == load_catalog().patterns["behav_mistake"].template


REFUSED: list[tuple[dict[str, Any], str, str]] = [
    (new(template="What would you do about {{mood}}?"), "template", "mood"),
    (new(template="What would you do about {{gap}}?"), "template", "triggers"),
    (new(template="What about {company}?"), "template", "brace"),
    (with_probes(if_vague=["And {{mood}}?", "What then?"]), "probe_tree.if_vague.0", "mood"),
    (with_probes(always=['You said "{{said_before}}". And now?']), "probe_tree.always.0", "said_before"),
    (new(dimensions=["charm"]), "dimensions", "charm"),
    (new(dimensions=[]), "dimensions", "dimension"),
    (new(rephrased=None), "rephrased", "simpler"),
    (with_probes(if_vague=["Why?"]), "probe_tree.if_vague", "2"),
    (with_probes(if_no_tradeoff=["What does it cost?"]), "probe_tree.if_no_tradeoff", "2"),
    (with_probes(if_stuck=[]), "probe_tree.if_stuck", "1"),
    (new(template="What do you do? And why?"), "template", "two questions"),
    (new(template="It stops. It waits. It burns. What now?"), "template", "sentences"),
    (new(template="What would a {{role_title}} do?"), "template", "slot"),
    (new(template="Which rubric would you use?"), "template", "jargon"),
    (new(template="Walk me through the last delay.", question_kind="short"), "question_kind", "story"),
]


@pytest.mark.parametrize(("body", "field", "words"), REFUSED, ids=[f"{field}-{words}" for _, field, words in REFUSED])
async def test_what_is_not_fit_to_be_asked_is_refused_with_its_place(
    admin: Browser, body: dict[str, Any], field: str, words: str
) -> None:
    answer = await admin.post("/api/patterns", body)
    error = error_of(answer)
    assert (answer.status_code, error["code"]) == (422, "invalid")
    assert words in error["fields"][field]
    assert await pages(admin, "q=ops_cold_chain") == []


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"key": "Not A Key"}, "key"),
        ({"key": "k" * 81}, "key"),
        ({"colour": "red"}, "colour"),
        ({"role_category": "wizard"}, "role_category"),
        ({"probe_tree": {"sometimes": []}}, "probe_tree.sometimes"),
        ({"pattern_type": None}, "pattern_type"),
    ],
)
async def test_a_body_of_another_shape_is_refused(admin: Browser, change: dict[str, Any], field: str) -> None:
    answer = await admin.post("/api/patterns", new(**change))
    assert answer.status_code == 422
    assert list(error_of(answer)["fields"]) == [field]


async def test_a_body_that_is_no_object_is_refused(admin: Browser) -> None:
    assert (await admin.post("/api/patterns", ["what", "now"])).status_code == 422


# ------------------------------------------------------------------ seeding leaves them alone


@pytest.mark.parametrize(
    "origin",
    [{}, {"source_ref": "https://example.org/talk"}, {"source_type": "generated"}, {"source_type": "scraped"}],
)
async def test_seeding_leaves_added_patterns_alone(
    admin: Browser, server: RunningServer, origin: dict[str, str]
) -> None:
    """Also one whose key a later release ships: the administrator's stays."""
    async with server.services.db.write() as db:
        rows = CatalogRows(db)
        shipped = (await rows.patterns())["swe_slow_page"]
        await rows.fill(_without("swe_slow_page"))
        assert "swe_slow_page" not in await rows.patterns()
    assert (await admin.post("/api/patterns", new(key="swe_slow_page", **origin))).status_code == 201
    assert (await admin.post("/api/patterns", new(**origin))).status_code == 201
    counts = {kind.name: kind.written for kind in await seed(server.services.db)}
    async with server.services.db.read() as db:
        patterns = await CatalogRows(db).patterns()
    assert counts["question patterns"] == 0
    assert patterns["swe_slow_page"].template == EXAMPLE["template"] != shipped.template
    assert patterns["ops_cold_chain"].template == EXAMPLE["template"]


def _without(key: str) -> Any:
    from dataclasses import replace

    catalog = load_catalog()
    kits = {
        name: kit.model_copy(
            update={"typical_questions": tuple(question for question in kit.typical_questions if question != key)}
        )
        for name, kit in catalog.role_kits.items()
    }
    patterns = {name: pattern for name, pattern in catalog.patterns.items() if name != key}
    return replace(catalog, role_kits=kits, patterns=patterns)


# ------------------------------------------------------------------ names of roles and companies


async def test_role_names(maya: Browser) -> None:
    (first, *_) = (await maya.get("/api/role-labels?q=sre")).json()
    assert first == {
        "label": "Site Reliability Engineer",
        "role_kit": "platform_engineer",
        "role_category": "swe",
        "specialization": "sre",
        "aliases": ["SRE", "Reliability Engineer", "Production Engineer"],
        "matched": "SRE",
    }
    everything = (await maya.get("/api/role-labels?limit=200")).json()
    assert len(everything) == len(load_catalog().role_labels)
    assert [item["label"] for item in everything] == sorted(item["label"] for item in everything)
    assert len((await maya.get("/api/role-labels?q=engineer&limit=7")).json()) == 7
    assert (await maya.get("/api/role-labels?q=zzzz")).json() == []


async def test_a_role_that_is_switched_off_has_no_names(server: RunningServer, maya: Browser) -> None:
    from sqlalchemy import text

    async with server.services.db.write() as db:
        await db.execute(text("UPDATE role_kits SET is_active = false WHERE key = 'quant_researcher'"))
    assert (await maya.get("/api/role-labels?q=quant%20trader")).json() == []


async def test_company_names(maya: Browser) -> None:
    (first, *_) = (await maya.get("/api/companies?q=amazn")).json()
    assert (first["name"], first["archetype"], first["blueprints"]) == ("Amazon", "consumer", ["data", "swe"])
    (infosys, *_) = (await maya.get("/api/companies?q=infos")).json()
    assert (infosys["archetype"], infosys["blueprints"]) == ("enterprise_services", [])
    assert len((await maya.get("/api/companies?limit=200")).json()) == 50


@pytest.mark.parametrize("path", ["/api/companies", "/api/role-labels"])
async def test_a_search_has_its_limits(maya: Browser, path: str) -> None:
    for query in (f"q={'x' * 81}", "limit=0", "limit=201"):
        assert (await maya.get(f"{path}?{query}")).status_code == 422
    assert (await maya.get(f"{path}?q=%00%27%3B--")).status_code == 200


def test_examples_of_the_description_are_true() -> None:
    from server.routes.companies import EXAMPLE as COMPANIES
    from server.routes.role_labels import EXAMPLE as ROLES

    labels = {label.label: label.model_dump(mode="json") for label in load_catalog().role_labels}
    companies = {name: company.model_dump(mode="json") for name, company in load_catalog().companies.items()}
    for role in ROLES:
        assert {**labels[str(role["label"])], "aliases": role["aliases"], "matched": role["matched"]} == role
    for company in COMPANIES:
        known = companies[str(company["name"])]
        assert {name: known[name] for name in known if name != "aliases"}.items() <= company.items()
