"""Headings in many spellings, projects, skills and contact details."""

from __future__ import annotations

import pytest

from evaluators.documents.files import TextLine
from evaluators.documents.resume import extract_resume
from evaluators.documents.resume.headings import Kind, heading_kind
from tests.evaluators.documents.resume.reading import HEAD, read

HEADINGS = {
    "EXPERIENCE": Kind.WORK,
    "Professional Experience": Kind.WORK,
    "Work History:": Kind.WORK,
    "E X P E R I E N C E": Kind.WORK,
    "WORKEXPERIENCE": Kind.WORK,
    "Relevant Work Experience & Internships": Kind.WORK,
    "Training and Internships": Kind.WORK,
    "Education & Training": Kind.EDUCATION,
    "ACADEMIC QUALIFICATIONS": Kind.EDUCATION,
    "Educational Background": Kind.EDUCATION,
    "Academic Projects": Kind.PROJECTS,
    "Selected Projects": Kind.PROJECTS,
    "Open-Source Contributions": Kind.PROJECTS,
    "Technical Skills": Kind.SKILLS,
    "Areas of Expertise": Kind.SKILLS,
    "Tools and Technologies": Kind.SKILLS,
    "Core Competencies": Kind.SKILLS,
    "Top Skills": Kind.SKILLS,
    "Programming Languages": Kind.SKILLS,
    "Career Objective": Kind.SUMMARY,
    "About Me": Kind.SUMMARY,
    "Languages Known": Kind.SPOKEN,
    "Volunteer Experience": Kind.VOLUNTEER,
    "Positions of Responsibility": Kind.VOLUNTEER,
    "Honors & Awards": Kind.AWARDS,
    "Licenses & Certifications": Kind.CERTIFICATIONS,
    "Publications and Patents": Kind.PUBLICATIONS,
    "Personal Details": Kind.CONTACT,
}


@pytest.mark.parametrize(("text", "kind"), HEADINGS.items(), ids=HEADINGS.keys())
def test_headings_by_their_words(text: str, kind: Kind) -> None:
    assert heading_kind(text) is kind


@pytest.mark.parametrize(
    "text",
    [
        "Language Technologies Ltd",
        "Acme Corp",
        "Skills: Python, Go",
        "Led projects in Asia",
        "Computer Science",
        "",
        "2019",
    ],
)
def test_what_is_no_heading(text: str) -> None:
    assert heading_kind(text) is None


def test_a_heading_that_only_its_look_tells_ends_a_section() -> None:
    """ "Beyond the desk" is known to nobody, but it is as large and bold as "Skills"."""
    text = "Jane Roe\nSkills\nPython\nGo\nBeyond the desk\nRan three marathons\nWork\nAcme Ltd, Engineer, 2019 – 2021"
    look = {"Jane Roe": (20.0, True), "Skills": (14.0, True), "Beyond the desk": (14.0, True), "Work": (14.0, True)}
    assert extract_resume(text, _lines(text, look)).skills == ("Python", "Go")


def test_a_label_among_the_skills_is_no_heading() -> None:
    text = "Jane Roe\nSkills\nLanguages\nPython, Java\nTools\nGit, Docker\nEducation\nMIT, PhD, 2012"
    look = {"Jane Roe": (20.0, True), "Skills": (10.0, True), "Education": (10.0, True), "Languages": (10.0, True)}
    assert extract_resume(text, _lines(text, look)).skills == ("Python", "Java", "Git", "Docker")


def _lines(text: str, look: dict[str, tuple[float, bool]]) -> list[TextLine]:
    lines, start = [], 0
    for line in text.split("\n"):
        size, bold = look.get(line, (10.0, False))
        lines.append(TextLine(start, start + len(line), size, bold, 40.0, 0))
        start += len(line) + 1
    return lines


SKILLS = {
    "Languages: Python, Go, C++\nTools: Git, CI/CD": ("Python", "Go", "C++", "Git", "CI/CD"),
    "Python (Pandas, NumPy), REST, and Docker.": ("Python", "Pandas", "NumPy", "REST", "Docker"),
    "Web Technologies\nAdvanced\nHTML5, JavaScript, PHP,\nPython\n\nTools\nIntermediate\nWebpack": (
        "Web Technologies", "HTML5", "JavaScript", "PHP", "Python", "Webpack"
    ),
    "Go    Python    Node.js\nAPI Design    A/B Testing": ("Go", "Python", "Node.js", "API Design", "A/B Testing"),
    "• SQL (advanced)\n• Tableau - Expert\n• Excel ●●●○○\n• R 80%": ("SQL", "Tableau", "Excel", "R"),
    "Negotiation | Forecasting | Key account management": ("Negotiation", "Forecasting", "Key account management"),
    "Infrastructure: Kubernetes, Ray, distributed\ntraining, AWS": ("Kubernetes", "Ray", "distributed training", "AWS"),
    "C# and F#; .NET; ISO 27001": ("C#", "F#", ".NET", "ISO 27001"),
    "Proficient in Excel, familiar with SAP S/4HANA": ("Excel", "SAP S/4HANA"),
}  # fmt: skip


@pytest.mark.parametrize(("body", "skills"), SKILLS.items(), ids=[body[:30] for body in SKILLS])
def test_lists_of_skills(body: str, skills: tuple[str, ...]) -> None:
    assert read("SKILLS", body).skills == skills


def test_skills_that_bullets_name_follow_the_list_and_are_not_repeated() -> None:
    found = extract_resume(
        f"{HEAD}\nEXPERIENCE\nFigma\nEngineer\n2019 – 2021\n"
        "• Moved 40 services to Kubernetes with self-supervised learning\n"
        "• Earned 300 GitHub stars for a Figma plugin\n\n"
        "SKILLS\nPython, k8s, Go"
    )
    assert found.skills == ("Python", "k8s", "Go")


def test_without_a_list_the_bullets_tell_the_skills() -> None:
    found = extract_resume(f"{HEAD}\nEXPERIENCE\nAcme\nAnalyst\n2019 – 2021\n• Wrote SQL and did code review in Python")
    assert found.skills == ("SQL", "code review", "Python")


PROJECTS = {
    "Rail Delay Predictor    Jan 2021 – Jun 2021\nPredicts arrival delays of trains with trees": (
        "Rail Delay Predictor",
    ),
    "Gitlytics | Python, Flask, React | June 2020 – Present\n- Visualizes repositories": ("Gitlytics",),
    "• Canteen Queue: an app that 900 students use\n• tinyproxy-rs: A proxy in Rust": ("Canteen Queue", "tinyproxy-rs"),
    "1. Project Title: Smart Parking\nFinds free places for cars in the old town.": ("Smart Parking",),
    "DevFlow\nCreator & Maintainer\n• Open-source tool with 2.5K stars\nBus Time 2022\nCreator\n• Predicts buses": (
        "DevFlow", "Bus Time"
    ),
    "• Built a thing for many people without a name": (),
}  # fmt: skip


@pytest.mark.parametrize(("body", "names"), PROJECTS.items(), ids=[body[:30] for body in PROJECTS])
def test_projects(body: str, names: tuple[str, ...]) -> None:
    assert tuple(project.name for project in read("PROJECTS", body).projects) == names


CONTACTS = {
    "Marcus J. Whitfield\nChicago, IL | (312) 555-0188 | m.w@gmail.com": ("Marcus J. Whitfield", "(312) 555-0188"),
    "RESUME\nRohit Deshpande, MBA\nEmail: rohit@y.in\nMobile: +91-9820098765": ("Rohit Deshpande", "+91-9820098765"),
    "Senior Engineer\nJoão Pedro Almeida\njp@almeida.dev · +351 912 345 678": (
        "João Pedro Almeida",
        "+351 912 345 678",
    ),
    "Name: Fatima Sheikh\nPhone: 098450 12345\nfatima@x.in": ("Fatima Sheikh", "098450 12345"),
    "WEI-LING ZHANG\nwlz@lab.edu\n617.555.0142": ("WEI-LING ZHANG", "617.555.0142"),
    "jane.roe@mail.com    020 7946 0958\nJane Roe": ("Jane Roe", "020 7946 0958"),
}


@pytest.mark.parametrize(("body", "told"), CONTACTS.items(), ids=[body[:20] for body in CONTACTS])
def test_names_and_numbers(body: str, told: tuple[str, str]) -> None:
    found = extract_resume(
        f"{body}\n\nEXPERIENCE\nAcme Ltd\nEngineer\nJan 2019 – Dec 2021\n• Served 4,155,550,142 requests"
    )
    assert (found.name, found.phone) == told
    assert found.email
    assert "@" in found.email


def test_links_and_accounts() -> None:
    found = extract_resume(
        "Jane Roe\njane@roe.dev | linkedin.com/in/janeroe | GitHub: janeroe | https://roe.dev/cv, www.roe.dev\n"
        "\nPROFILES\njroe\nBehance\n\nSKILLS\nNode.js, React.js"
    )
    assert found.links == (
        "linkedin.com/in/janeroe", "GitHub: janeroe", "https://roe.dev/cv", "www.roe.dev", "jroe Behance"
    )  # fmt: skip


def test_nothing_is_found_in_nothing() -> None:
    found = extract_resume("")
    assert found.model_dump(exclude_defaults=True) == {}
