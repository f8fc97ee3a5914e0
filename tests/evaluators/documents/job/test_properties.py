"""Any text at all: nothing is raised, nothing is invented, and time grows with the text."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluators.documents.job import extract_job, find_spans

PIECES = (
    *(
        "Requirements",
        "What we offer:",
        "- ",
        "• ",
        "\n",
        "\n\n",
        " ",
        ", ",
        "; ",
        ". ",
        ": ",
        "(",
        ")",
        "/",
        "'",
        "’s ",
    ),
    *("experience with", "5+ years", "degree in", "you will", "ability to", "a plus", "and", "or", "the", "to"),
    *("Python", "k8s", "design", "develop", "leading", "curious", "skills", "team player", "is", "<ORGANIZATION>"),
    *("Senior", "Engineer", "at", "Acme", "GmbH", "é", "中文", "\x92", "\x95", "\u00ad", "\t"),
)
texts = st.one_of(st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join), st.text(max_size=300))


@given(texts)
@settings(max_examples=300, deadline=None)
def test_every_value_is_in_the_text(text: str) -> None:
    extract = extract_job(text)
    for pointer, span in extract.spans.items():
        assert 0 <= span.start < span.end <= len(text), pointer
    for item in (*extract.responsibilities, *extract.must_have, *extract.nice_to_have):
        assert item in " ".join(text.split())
    for found in extract.skills:
        assert text[found.start : found.end] == found.text
    assert extract.skills == find_spans(text)


UNITS = {
    "ad": "Requirements\n- 5+ years of experience with Java and Go\n- You work well in a team.\nTasks\n- Build APIs\n",
    "one line": "experience with Java and Python, ",
    "headings": "Requirements: x. ",
    "blank lines": "\n",
    "spaces": " ",
    "names": "Acme Foods Ltd ",
    "adjectives": "curious, ",
    "degrees": "bachelor's or ",
    "stops": ". . . ",
}


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    took = []
    for characters in (10_000, 80_000):
        text = (unit * (characters // len(unit) + 1))[:characters]
        began = time.process_time()
        extract_job(text)
        took.append(time.process_time() - began)
    assert took[1] < 8 * 4 * max(took[0], 0.005)  # eight times the text; four for a busy machine


def test_a_page_takes_less_than_a_tenth_of_a_second() -> None:
    page = (UNITS["ad"] * 40)[:4000]
    extract_job(page)
    took = []
    for _ in range(5):
        began = time.process_time()
        extract_job(page)
        took.append(time.process_time() - began)
    assert min(took) < 0.1
