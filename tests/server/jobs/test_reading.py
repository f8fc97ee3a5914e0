"""What is read of pages: structured advertisements, plain ones, and broken markup in time by its length."""

from __future__ import annotations

import json
import time
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schema.jobs import PostedJob
from seeds.catalog import load_catalog
from server.jobs.fetching import Page, PageError, PageProblem
from server.jobs.page_tree import text_of, tree
from server.jobs.reading import read_page
from server.jobs.roles import match_role, seniority_of

BODY = "<p>You run the settlement service and keep it fast.</p><ul><li>Three years of Go</li><li>Kubernetes</li></ul>"
POSTING: dict[str, Any] = {
    "@context": "https://schema.org/",
    "@type": "JobPosting",
    "title": "Backend Engineer &amp; Operator",
    "description": BODY,
    "validThrough": "2026-05-31T23:59:00Z",
    "hiringOrganization": {"@type": "Organization", "name": "Finlo"},
    "jobLocation": {"address": {"addressLocality": "Pune", "addressCountry": {"name": "India"}}},
}
READ = "You run the settlement service and keep it fast.\n\n- Three years of Go\n- Kubernetes"
LONG = "We look for somebody who keeps promises to customers and writes down what was decided. " * 4


def page(html: str) -> Page:
    return Page(url="https://careers.example.org/42", text=html, is_html=True)


def with_data(data: Any) -> Page:
    text = data if isinstance(data, str) else json.dumps(data)
    return page(
        f'<html><head><script type="application/ld+json">{text}</script></head><body><p>{LONG}</p></body></html>'
    )


@pytest.mark.parametrize(
    "data",
    [
        POSTING,
        [{"@type": "BreadcrumbList"}, POSTING],
        {"@context": "https://schema.org", "@graph": [{"@type": "WebSite"}, POSTING]},
        {**POSTING, "@type": ["Thing", "http://schema.org/JobPosting"]},
        {**POSTING, "description": BODY.replace("<", "&lt;").replace(">", "&gt;")},
        {"@type": "WebPage", "mainEntity": POSTING},
    ],
    ids=["alone", "list", "graph", "types", "escaped", "inside"],
)
def test_a_job_posting_is_read_wherever_it_stands(data: Any) -> None:
    assert read_page(with_data(data)) == PostedJob(
        url="https://careers.example.org/42",
        title="Backend Engineer & Operator",
        company="Finlo",
        location="Pune, India",
        description=READ,
        valid_through=date(2026, 5, 31),
        structured=True,
    )


def test_what_stands_beside_the_description_is_kept_under_its_name() -> None:
    found = read_page(with_data({**POSTING, "skills": ["Go", "SQL"], "qualifications": "A degree, or none."}))
    assert found.description == f"{READ}\n\nQualifications\nA degree, or none.\n\nSkills\n- Go\n- SQL"


def test_microdata_says_the_same() -> None:
    found = read_page(
        page(
            '<div itemscope itemtype="https://schema.org/JobPosting"><h1 itemprop="title">Backend Engineer</h1>'
            '<span itemprop="hiringOrganization" itemscope><b itemprop="name">Finlo</b></span>'
            f'<time itemprop="validThrough" datetime="2026-05-31">soon</time>'
            f'<div itemprop="description">{BODY}</div></div>'
        )
    )
    assert (found.title, found.company, found.valid_through) == ("Backend Engineer", "Finlo", date(2026, 5, 31))
    assert (found.description, found.structured) == (READ, True)


@pytest.mark.parametrize("data", ["{not json", "[" * 100_000, '{"@type": 7, "@graph": {}}', "null"])
def test_broken_data_leaves_the_page_text(data: str) -> None:
    found = read_page(with_data(data))
    assert (found.description, found.structured) == (LONG.strip(), False)


def test_a_page_without_data_is_read_without_what_leads_around_the_site() -> None:
    found = read_page(
        page(
            "<title>Data Analyst | Finlo careers</title><body><nav><a href=/>Home</a> All jobs</nav>"
            '<div role="dialog">We use cookies</div><script>evil("x")</script><style>p{}</style>'
            f"<div id=x><div><h1>Data Analyst</h1><p>{LONG}<ul><li>SQL<li>Patience</ul></div></div>"
            "<p hidden>Secret</p><footer>Imprint and privacy</footer></body>"
        )
    )
    assert found.title == "Data Analyst"
    assert found.description == f"Data Analyst\n\n{LONG.strip()}\n\n- SQL\n- Patience"
    assert (found.company, found.structured) == ("", False)


def test_the_marked_main_part_wins_and_the_title_does_without_the_site() -> None:
    found = read_page(page(f"<title>Ops Lead - Finlo</title><p>{LONG}{LONG}</p><main><p>{LONG}</p></main>"))
    assert (found.title, found.description) == ("Ops Lead", LONG.strip())


@pytest.mark.parametrize("html", ["", "<div id=root></div><script>start()</script>", "<p>Please accept cookies.</p>"])
def test_a_page_without_text_says_to_paste(html: str) -> None:
    with pytest.raises(PageError, match="Paste the description instead") as refused:
        read_page(page(html))
    assert refused.value.problem is PageProblem.NO_TEXT


def test_plain_text_is_taken_as_it_is() -> None:
    found = read_page(Page(url="https://a.example.org", text=LONG, is_html=False))
    assert (found.description, found.title) == (LONG.strip(), "")


PIECES = (
    "<",
    "<!--",
    "<a ",
    "<![CDATA[",
    "<div>",
    "</x>",
    "<a b='",
    "&",
    "<?",
    "</",
    "<!",
    "&#",
    "<a x=\"'",
    "<li>",
    "<td>",
)


@pytest.mark.parametrize("piece", PIECES)
def test_broken_markup_takes_time_by_its_length(piece: str) -> None:
    """Twenty times the length takes far less than the four hundred times as long of a scan for each piece."""

    def took(times: int) -> float:
        start = time.process_time()
        text_of(tree(piece * times))
        return time.process_time() - start

    assert took(100_000) < 120 * max(took(5_000), 0.002)


@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<li", ">", "<!--", "-->", "<script>", "</script>", "&amp;", "a ", "'", '"', "<b c=", "\0"]
        )
    )
)
def test_no_markup_breaks_the_reading(parts: list[str]) -> None:
    text = text_of(tree("".join(parts)))
    assert text == text.strip()


# ------------------------------------------------------------------ roles


@pytest.mark.parametrize(
    ("title", "kit", "specialization"),
    [
        ("Senior Backend Engineer (Payments)", "software_engineer", "backend"),
        ("Android Developer, Growth", "software_engineer", "mobile"),
        ("Lead SRE – Remote", "platform_engineer", "sre"),
    ],
)
def test_the_longest_name_in_a_title_leads_to_its_role(title: str, kit: str, specialization: str) -> None:
    found = match_role(title, load_catalog().role_labels)
    assert found is not None
    assert (found.role_kit, found.specialization) == (kit, specialization)


def test_a_title_that_names_no_role_matches_none() -> None:
    assert match_role("Falconer", load_catalog().role_labels) is None


@pytest.mark.parametrize(
    ("title", "signals", "level"),
    [
        ("Sr. Engineer", (), "senior"),
        ("Graduate Trainee", (), "entry"),
        ("Engineer", ("You lead a team",), "senior"),
        ("Leader of none", (), None),
    ],
)
def test_the_seniority_is_what_title_or_description_say(
    title: str, signals: tuple[str, ...], level: str | None
) -> None:
    assert seniority_of(title, signals) == level
