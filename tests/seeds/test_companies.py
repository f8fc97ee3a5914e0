"""The companies, blueprints and role names that ship are as many as the specification asks for, and lead somewhere."""

from __future__ import annotations

from collections import Counter

import pytest

from schema.companies import Blueprint
from schema.vocabulary import CompanyArchetype, RoleCategory, SourceType
from seeds.catalog import load_catalog

CATALOG = load_catalog()
INDIA = (
    "TCS", "Infosys", "Wipro", "HCL", "Tech Mahindra", "Flipkart", "Zomato", "Paytm", "Razorpay", "Swiggy", "Ola",
    "BYJU'S", "PhonePe", "Freshworks", "MakeMyTrip", "Tata Steel", "ICICI Bank", "HDFC Bank", "Reliance Jio", "L&T",
)  # fmt: skip
WORLD = (
    "Google", "Amazon", "Microsoft", "Meta", "Apple", "Netflix", "Uber", "Airbnb", "Stripe", "LinkedIn", "Salesforce",
    "Adobe", "IBM", "Oracle", "JPMorgan Chase", "Goldman Sachs", "Walmart", "Shopify", "Atlassian", "Bloomberg",
)  # fmt: skip
WITH_BLUEPRINTS = WORLD[:10]
# Specification 8.3 and the roles of the selection page.
ASKED_FOR = {
    "PM": "product_manager", "SWE": "software_engineer", "TPM": "product_manager",
    "Backend Engineer": "software_engineer",
    "Frontend Engineer": "software_engineer", "Mobile Engineer": "software_engineer", "SDET": "software_engineer",
    "DevOps Engineer": "platform_engineer", "SRE": "platform_engineer", "Data Engineer": "data_engineer",
    "Data Scientist": "data_analyst", "Data Analyst": "data_analyst", "ML Engineer": "data_engineer",
    "Security Engineer": "security_engineer", "IAM Analyst": "security_engineer", "GRC Analyst": "security_engineer",
    "Penetration Tester": "security_engineer", "CTI": "security_engineer", "Quant Trader": "quant_researcher",
    "Quant Researcher": "quant_researcher", "Quant Developer": "quant_researcher", "SDR": "sales_representative",
    "AE": "sales_representative", "Customer Success": "support_specialist", "Brand Manager": "marketing_manager",
    "Supply Chain Manager": "operations_manager", "FP&A": "finance_analyst", "Auditor": "finance_analyst",
    "Investment Banking Analyst": "finance_analyst", "Consultant": "management_consultant", "HRBP": "people_partner",
    "Recruiter": "people_partner", "Support Engineer": "support_specialist", "UX Designer": "product_designer",
    "Product Designer": "product_designer",
}  # fmt: skip


def test_fifty_companies_half_of_them_indian() -> None:
    countries = Counter(company.country == "India" for company in CATALOG.companies.values())
    assert countries == {True: 25, False: 25}
    assert {CATALOG.companies[name].country for name in INDIA} == {"India"}
    assert "India" not in {CATALOG.companies[name].country for name in WORLD}


def test_companies_are_told_apart() -> None:
    for company in CATALOG.companies.values():
        assert len(company.tags) >= 3, company.name
        assert len(set(company.tags)) == len(company.tags), company.name
        assert {company.name.casefold()}.isdisjoint(tag.casefold() for tag in company.tags)
    assert len({company.tags for company in CATALOG.companies.values()}) >= 45


@pytest.mark.parametrize(
    ("name", "archetype"),
    [
        ("TCS", "enterprise_services"),
        ("Flipkart", "consumer"),
        ("Paytm", "fintech"),
        ("Razorpay", "fintech"),
        ("BYJU'S", "edtech"),
        ("Freshworks", "saas"),
        ("Tata Steel", "industrial"),
        ("ICICI Bank", "regulated"),
        ("HDFC Bank", "regulated"),
        ("Reliance Jio", "telecom"),
        ("L&T", "industrial"),
        ("JPMorgan Chase", "regulated"),
        ("Goldman Sachs", "regulated"),
    ],
)
def test_archetypes_that_the_specification_names(name: str, archetype: str) -> None:
    assert CATALOG.companies[name].archetype is CompanyArchetype(archetype)


# ------------------------------------------------------------------ blueprints


def test_twenty_blueprints_two_for_each_of_ten_companies() -> None:
    places = {(item.company, item.role_category) for item in CATALOG.blueprints}
    assert len(CATALOG.blueprints) == 20
    assert places == {(name, kind) for name in WITH_BLUEPRINTS for kind in (RoleCategory.SWE, RoleCategory.DATA)}


@pytest.mark.parametrize("item", CATALOG.blueprints, ids=lambda item: f"{item.company}-{item.role_category}")
def test_a_blueprint_says_that_it_rests_on_public_facts_alone(item: Blueprint) -> None:
    assert (item.source_type, item.post_count, item.rubric_overrides) == (SourceType.CURATED, 0, None)
    assert item.public_values
    assert len(item.skill_focus) == len(set(item.skill_focus)) >= 4


@pytest.mark.parametrize("item", CATALOG.blueprints, ids=lambda item: f"{item.company}-{item.role_category}")
def test_a_blueprint_asks_what_suits_its_role(item: Blueprint) -> None:
    patterns = [CATALOG.patterns[key] for key in item.question_patterns]
    assert len(patterns) == len(set(item.question_patterns)) >= 5
    assert {pattern.role_category for pattern in patterns} == {item.role_category, None}
    assert sum(pattern.role_category is not None for pattern in patterns) >= 3


def test_blueprints_differ_by_company() -> None:
    assert len({item.question_patterns for item in CATALOG.blueprints}) == 20
    assert len({item.public_values for item in CATALOG.blueprints}) == 10


# ------------------------------------------------------------------ roles


def test_fifteen_kits_for_all_role_categories() -> None:
    categories = Counter(kit.role_category for kit in CATALOG.role_kits.values())
    assert len(CATALOG.role_kits) == 15
    assert set(categories) == set(RoleCategory)
    for kit in CATALOG.role_kits.values():
        assert kit.role_category in kit.track_tags
        assert set(kit.default_interview_types) == {"hr", "hiring_manager", "technical", "panel"}
        assert len(kit.skills_focus) >= 5
        assert len(kit.core_competencies) >= 4
        assert len(kit.description) >= 60
        assert len(kit.role_context) >= 60
        assert 10 <= kit.estimated_duration <= 60


def test_kits_differ() -> None:
    kits = CATALOG.role_kits.values()
    for name in ("description", "role_context", "skills_focus", "typical_questions", "name"):
        assert len({getattr(kit, name) for kit in kits}) == 15, name


def test_typical_questions_are_the_roles_own() -> None:
    for kit in CATALOG.role_kits.values():
        own = [CATALOG.patterns[key].role_category for key in kit.typical_questions]
        assert len(own) >= 4, kit.key
        assert set(own) == {RoleCategory(kit.role_category)}, kit.key


def test_at_least_eighty_labels_and_every_kit_has_some() -> None:
    labels = Counter(label.role_kit for label in CATALOG.role_labels)
    assert len(CATALOG.role_labels) >= 80
    assert {kit: labels[kit] for kit in CATALOG.role_kits if labels[kit] < 4} == {}


def test_a_label_leads_to_its_kits_category() -> None:
    for label in CATALOG.role_labels:
        assert label.role_category == CATALOG.role_kits[label.role_kit].role_category, label.label


@pytest.mark.parametrize(("name", "kit"), ASKED_FOR.items())
def test_the_names_of_the_selection_page_lead_to_a_kit(name: str, kit: str) -> None:
    found = [label.role_kit for label in CATALOG.role_labels if name in (label.label, *label.aliases)]
    assert found == [kit]


def test_specializations_are_names_and_many_meet_a_tag_of_the_questions() -> None:
    """A plan prefers questions for a line of work: their tags name it, with an underscore for a space."""
    tags = {tag.replace("_", " ") for pattern in CATALOG.patterns.values() for tag in pattern.tags}
    named = {label.specialization for label in CATALOG.role_labels if label.specialization}
    assert {name for name in named if not name.replace(" ", "").isalpha() or name != name.lower()} == set()
    by_tag = {
        "backend",
        "frontend",
        "mobile",
        "devops",
        "tpm",
        "ux",
        "ux research",
        "recruiting",
        "trading",
        "research",
    }
    assert by_tag | {"technical support", "customer success"} <= named & tags
