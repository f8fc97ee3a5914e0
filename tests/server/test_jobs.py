"""Saved jobs over HTTP: saving by every way, listing, changing with history, several at once, tables and calendars."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote

import httpx
import pytest

from schema.tables.jobs import SavedJobRow
from server.jobs.fetching import Page, PageError, PageProblem
from tests.server.test_plans import exported, user_id
from tests.support.server import Browser, RunningServer, error_of

JD = "Backend Engineer\nRequirements\n- Experience with Kubernetes\n- Strong knowledge of Go\n" * 3
HTML = f"<h1>Backend Engineer</h1><p>{JD}</p>"
POSTING = (
    '<script type="application/ld+json">{"@type": "JobPosting", "title": "Data Analyst", "validThrough": "2026-05-31",'
    '"hiringOrganization": {"name": "amazon"},'
    '"description": "You read numbers, and you say plainly what they do not show."}</script>'
)


class Web:
    """Pages by address; any other is refused. Fetching itself is tested in tests/server/jobs."""

    def __init__(self, **pages: str) -> None:
        self.pages, self.asked = pages, 0

    async def fetch(self, url: str) -> Page:
        self.asked += 1
        name = url.rpartition("/")[2]
        if name not in self.pages:
            raise PageError(PageProblem.REFUSED)
        return Page(url, self.pages[name], True)


@pytest.fixture
def web(server: RunningServer) -> Web:
    server.services.pages = found = Web(plain=HTML, posting=POSTING, empty="<p>Sign in</p>")
    return found


async def saved(browser: Browser, **given: Any) -> dict[str, Any]:
    answer = await browser.post("/api/jobs/save", {"role_title": "Backend Engineer", **given})
    assert answer.status_code == 201, answer.text
    job: dict[str, Any] = answer.json()
    return job


async def put(browser: Browser, job: dict[str, Any], **change: Any) -> dict[str, Any]:
    answer = await browser.request("PUT", f"/api/jobs/{job['id']}", change)
    assert answer.status_code == 200, answer.text
    changed: dict[str, Any] = answer.json()
    return changed


async def titles(browser: Browser, query: str = "") -> list[str]:
    answer = await browser.get(f"/api/jobs?{query}")
    assert answer.status_code == 200, answer.text
    return [job["role_title"] for job in answer.json()["items"]]


# ------------------------------------------------------------------ saving


async def test_a_job_is_saved_by_its_address(maya: Browser, web: Web) -> None:
    shown = (await maya.post("/api/jobs/preview-url", {"url": "https://a.example.org/posting"})).json()
    assert (shown["title"], shown["structured"]) == ("Data Analyst", True)
    assert await titles(maya) == []
    job = await saved(maya, url="https://a.example.org/posting", role_title="")
    assert (job["role_title"], job["company"], job["company_known"]) == ("Data Analyst", "Amazon", True)
    assert (job["role_category"], job["source"], job["deadline_on"]) == ("data", "url", "2026-05-31")
    assert job["description"].startswith("You read numbers")
    assert job["job_url"] == "https://a.example.org/posting"


async def test_what_the_candidate_says_wins_over_the_page(maya: Browser, web: Web) -> None:
    job = await saved(
        maya, url="https://a.example.org/posting", role_title="My Role", company="Kirana", deadline_on="2026-01-01"
    )
    assert (job["role_title"], job["company"], job["company_known"]) == ("My Role", "Kirana", False)
    assert (job["deadline_on"], job["role_category"]) == ("2026-01-01", "")


async def test_what_was_previewed_and_edited_is_not_fetched_again(maya: Browser, web: Web) -> None:
    job = await saved(maya, url="https://a.example.org/posting", description=JD, source="url")
    assert (job["source"], job["description"], web.asked) == ("url", JD, 0)
    pasted = await saved(maya, url="https://a.example.org/posting", description=JD)
    by_hand = await saved(maya, url="https://a.example.org/other", source="hand")
    assert (pasted["source"], by_hand["source"], web.asked) == ("paste", "hand", 0)
    assert (by_hand["has_description"], by_hand["job_url"]) == (False, "https://a.example.org/other")


@pytest.mark.parametrize("name", ["locked", "empty"])
async def test_a_page_that_cannot_be_read_asks_for_pasting_and_keeps_nothing(
    maya: Browser, web: Web, name: str
) -> None:
    for path, more in (("preview-url", {}), ("save", {"role_title": "Engineer"})):
        answer = await maya.post(f"/api/jobs/{path}", {"url": f"https://a.example.org/{name}", **more})
        assert answer.status_code == 422
        assert "Paste the description instead" in error_of(answer)["message"]
    assert await titles(maya) == []


async def test_production_refuses_addresses_of_this_network(maya: Browser) -> None:
    for url in (
        "http://127.0.0.1/",
        "http://169.254.169.254/latest/meta-data",
        "http://[::1]/",
        "http://127.0.0.1:8000/",
    ):
        answer = await maya.post("/api/jobs/preview-url", {"url": url})
        assert (answer.status_code, error_of(answer)["code"]) == (422, "address_not_public")


async def test_a_pasted_description_names_its_role(maya: Browser) -> None:
    job = await saved(maya, description=JD, role_title="")
    assert (job["role_title"], job["role_category"]) == ("Backend Engineer", "swe")
    answer = await maya.post("/api/jobs/save", {})
    assert error_of(answer)["fields"].keys() == {"role_title"}


async def test_an_uploaded_description_is_the_jobs_own(maya: Browser, server: RunningServer) -> None:
    document = await maya.read_document((await maya.upload(JD.encode(), "jd.txt", "jd")).json()["id"])
    job = await saved(maya, jd_document_id=document["id"], role_title="")
    assert (job["source"], job["role_title"], job["has_description"]) == ("upload", "Backend Engineer", True)
    assert job["description"] == document["text"]
    resume = await maya.read_document((await maya.upload(b"Anita Rao\nGo", "cv.txt")).json()["id"])
    answer = await maya.post("/api/jobs/save", {"jd_document_id": resume["id"], "role_title": "A"})
    assert error_of(answer)["fields"].keys() == {"jd_document_id"}
    other = await server.account("other")
    answer = await other.post("/api/jobs/save", {"jd_document_id": document["id"], "role_title": "A"})
    assert answer.status_code == 404


# ------------------------------------------------------------------ lists


async def test_jobs_are_filtered(maya: Browser, server: RunningServer) -> None:
    await saved(maya, role_title="Cook", company="Finlo", tags=["Remote", " far  away "], status="applied")
    await saved(maya, role_title="Baker", notes="Ask 100% of them", tags=["remote work"])
    await saved(await server.account("other"), role_title="Not mine", tags=["secret"])
    assert await titles(maya, "status=applied&status=offer") == ["Cook"]
    assert await titles(maya, "tag=remote") == ["Cook"]
    assert await titles(maya, "text=fiNL") == ["Cook"]
    assert await titles(maya, "text=" + quote("100%")) == ["Baker"]
    assert await titles(maya, "text=" + quote("1_0")) == []
    assert await titles(maya, "text=%00&tag=%00") == []  # which no database compares
    page = (await maya.get("/api/jobs")).json()
    assert page["tags"] == ["far away", "remote", "remote work"]
    assert page["counts"] == {"saved": 1, "applied": 1, "interviewing": 0, "offer": 0, "rejected": 0}


@pytest.mark.parametrize("sort", ["updated", "created", "next_interview", "deadline", "role", "company", "readiness"])
async def test_pages_follow_each_other_without_gaps(maya: Browser, sort: str) -> None:
    for number in range(7):
        at = datetime(2026, 5, 1 + number, 9, tzinfo=UTC).isoformat() if number % 3 else None
        day = f"2026-05-{20 - number}" if number % 2 else None
        await saved(
            maya, role_title=f"Role {number % 4}", company=f"C{number % 2}", next_interview_at=at, deadline_on=day
        )
    whole = (await maya.get(f"/api/jobs?sort={sort}")).json()["items"]
    seen: list[str] = []
    cursor = ""
    while True:
        page = (await maya.get(f"/api/jobs?sort={sort}&limit=2{cursor}")).json()
        seen += [job["id"] for job in page["items"]]
        if page["next_cursor"] is None:
            break
        cursor = f"&cursor={page['next_cursor']}"
    assert seen == [job["id"] for job in whole]
    assert len(set(seen)) == 7
    dates = [job["next_interview_at"] for job in whole]
    assert sort != "next_interview" or dates == [*sorted(filter(None, dates)), None, None, None]


@pytest.mark.parametrize("cursor", ["x", "W10=", "bnVsbA==", "WyJyb2xlIiwgMSwgImEiXQ=="])
async def test_a_cursor_that_leads_nowhere_is_refused(maya: Browser, cursor: str) -> None:
    answer = await maya.get(f"/api/jobs?sort=role&cursor={cursor}")
    assert answer.status_code == 422


# ------------------------------------------------------------------ changes


async def test_a_status_has_a_history_and_an_undo(maya: Browser) -> None:
    job = await saved(maya)
    for status in ("applied", "applied", "interviewing"):
        job = await put(maya, job, status=status)
    assert [(line["before"], line["after"]) for line in job["history"]] == [
        (None, "saved"),
        ("saved", "applied"),
        ("applied", "interviewing"),
    ]
    job = await put(maya, job, status="applied", undo=True)
    assert (job["status"], len(job["history"])) == ("applied", 2)
    job = await put(maya, job, status="saved")
    assert (job["status"], len(job["history"])) == ("saved", 3)


async def test_what_is_not_sent_stays_and_null_clears(maya: Browser) -> None:
    job = await saved(maya, notes="Ask Asha.", company="Finlo", next_interview_at="2026-05-04T15:00:00+05:30")
    assert job["next_interview_at"] == "2026-05-04T09:30:00Z"
    job = await put(maya, job, deadline_on="2026-05-31", tags=["b", "A", "a"], description=JD)
    assert (job["notes"], job["company"], job["tags"], job["description"]) == ("Ask Asha.", "Finlo", ["b", "a"], JD)
    job = await put(maya, job, next_interview_at=None, deadline_on=None, company=None, notes=None, status=None)
    assert (job["next_interview_at"], job["deadline_on"], job["company"], job["notes"]) == (None, None, None, "")
    assert job["status"] == "saved"
    job = await put(maya, job, company="AMAZON", role_title="Data Analyst")
    assert (job["company"], job["company_known"], job["role_category"]) == ("Amazon", True, "data")


async def test_outcomes_are_kept_in_the_order_of_their_days(maya: Browser) -> None:
    job = await put(maya, await saved(maya), outcomes=[
        {"kind": "offer", "on": "2026-03-02"}, {"kind": "onsite", "on": "2026-02-01", "reason": "Second round"},
    ])  # fmt: skip
    assert [(one["kind"], one["reason"]) for one in job["outcomes"]] == [("onsite", "Second round"), ("offer", "")]
    ahead = (datetime.now(UTC).date() + timedelta(days=3)).isoformat()
    answer = await maya.request("PUT", f"/api/jobs/{job['id']}", {"outcomes": [{"kind": "offer", "on": ahead}]})
    assert error_of(answer)["fields"].keys() == {"outcomes"}


async def test_deleting_archives_and_deleting_again_removes(maya: Browser, server: RunningServer) -> None:
    job = await saved(maya, description="A very peculiar description", notes="kept")
    assert (await maya.delete(f"/api/jobs/{job['id']}")).status_code == 204
    assert await titles(maya) == []
    assert await titles(maya, "archived=true") == ["Backend Engineer"]
    assert (await maya.post(f"/api/jobs/{job['id']}/restore")).json()["archived"] is False
    assert await titles(maya) == ["Backend Engineer"]
    for _ in range(2):
        await maya.delete(f"/api/jobs/{job['id']}")
    assert (await maya.get(f"/api/jobs/{job['id']}")).status_code == 404
    async with server.services.db.read() as db:
        assert (await db.scalars(SavedJobRow.__table__.select())).all() == []


async def test_several_are_changed_at_once(maya: Browser, server: RunningServer) -> None:
    jobs = [await saved(maya, role_title=name, tags=["old"]) for name in ("A", "B", "C")]
    foreign = await saved(await server.account("other"), role_title="Foreign")
    body = {
        "ids": [jobs[0]["id"], jobs[1]["id"], foreign["id"]],
        "status": "applied",
        "add_tags": ["New"],
        "remove_tags": ["OLD"],
    }
    done = (await maya.post("/api/jobs/bulk", body)).json()["items"]
    assert [(job["role_title"], job["status"], job["tags"]) for job in done] == [
        ("A", "applied", ["new"]),
        ("B", "applied", ["new"]),
    ]
    assert await titles(maya, "tag=old") == ["C"]
    await maya.post("/api/jobs/bulk", {"ids": [job["id"] for job in jobs], "archived": True})
    assert await titles(maya) == []


# ------------------------------------------------------------------ tables, calendars, leaving


async def import_table(browser: Browser, table: str) -> httpx.Response:
    return await browser.request("POST", "/api/jobs/import", files={"file": ("jobs.csv", table.encode())})


async def test_a_table_goes_out_and_comes_in_again(maya: Browser, server: RunningServer) -> None:
    await saved(maya, role_title="=Cook", company="Finlo", notes="-1\nline two", tags=["a", "b"], status="offer",
                url="https://a.example.org/1", description=JD, next_interview_at="2026-05-04T09:30:00Z")  # fmt: skip
    answer = await maya.get("/api/jobs/export.csv")
    assert answer.headers["content-type"].startswith("text/csv")
    assert "'=Cook" in answer.text
    other = await server.account("other")
    assert (await import_table(other, answer.text)).json() == {
        "added": 1,
        "skipped": 0,
        "skipped_rows": [],
        "errors": [],
    }
    assert (await import_table(other, answer.text)).json()["skipped_rows"] == [2]
    job = (await other.get("/api/jobs")).json()["items"][0]
    whole = (await other.get(f"/api/jobs/{job['id']}")).json()
    assert (whole["role_title"], whole["notes"], whole["tags"]) == ("=Cook", "-1\nline two", ["a", "b"])
    assert (whole["status"], whole["description"], whole["source"]) == ("offer", JD.rstrip() + "\n", "csv")
    assert whole["next_interview_at"] == "2026-05-04T09:30:00Z"


async def test_bad_rows_are_told_and_good_ones_kept(maya: Browser) -> None:
    done = (await import_table(maya, "title,deadline\nCook,soon\nBaker,2026-05-31\nBaker,\n")).json()
    assert (done["added"], done["skipped_rows"], done["errors"][0]["row"]) == (1, [4], 2)
    assert await titles(maya) == ["Baker"]


async def test_the_next_interview_goes_into_a_calendar(maya: Browser) -> None:
    job = await saved(maya)
    assert (await maya.get(f"/api/jobs/{job['id']}/interview.ics")).status_code == 409
    await put(maya, job, next_interview_at="2026-05-04T09:30:00Z")
    answer = await maya.get(f"/api/jobs/{job['id']}/interview.ics")
    assert answer.headers["content-type"].startswith("text/calendar")
    assert "DTSTART:20260504T093000Z\r\n" in answer.text


async def test_jobs_leave_with_the_account_and_come_along_in_its_export(maya: Browser, server: RunningServer) -> None:
    job = await saved(maya, notes="A peculiar note")
    await put(maya, job, status="applied")
    files = await exported(maya)
    assert b"A peculiar note" in files["practice/saved_jobs.json"]
    assert b"applied" in files["practice/job_status_changes.json"]
    assert (await user_id(server)) is not None
    assert (await maya.delete("/api/me", {"password": "correct horse battery"})).is_success
    async with server.services.db.read() as db:
        for table in ("saved_jobs", "job_status_changes"):
            rows = await db.execute(SavedJobRow.metadata.tables[table].select())
            assert rows.all() == []
