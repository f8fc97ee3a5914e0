import { describe, expect, it } from "vitest";
import { jobCards } from "../../../tests/fixtures/jobs";
import { dayWords, nextDate, readyWords } from "./facts";
import { readJobsSearch, toServer } from "./filter";
import { earlierStatuses } from "./moves";

const now = new Date(2026, 10, 22, 15, 0);

describe("dates of a card", () => {
  it("name the coming interview before the deadline", () => {
    const at = new Date(2026, 10, 23, 9, 30).toISOString();
    expect(nextDate({ status: "saved", next_interview_at: at, deadline_on: "2026-11-30" }, now)).toEqual({ text: "Interview tomorrow, 09:30", soon: true });
    expect(nextDate({ status: "saved", next_interview_at: null, deadline_on: "2026-11-30" }, now)).toEqual({ text: "Apply by 30 November", soon: false });
  });
  it("leave out what is over", () => {
    const over = new Date(2026, 10, 22, 9, 0).toISOString();
    expect(nextDate({ status: "saved", next_interview_at: over, deadline_on: "2026-11-21" }, now)).toBeNull();
    expect(nextDate({ status: "saved", next_interview_at: over, deadline_on: "2026-11-22" }, now)?.text).toBe("Apply by today");
    expect(nextDate({ status: "applied", next_interview_at: null, deadline_on: "2026-11-22" }, now)).toBeNull();
  });
  it("are weekdays for the next six days", () => {
    expect([0, 1, 2, 6, 7].map((days) => dayWords(new Date(2026, 10, 22 + days), now))).toEqual([
      "today",
      "tomorrow",
      "Tuesday",
      "Saturday",
      "29 November",
    ]);
  });
});

it("never makes a number of a readiness that was not measured", () => {
  expect(readyWords({ score: null, low: null, high: null })).toBe("Readiness not measured");
  expect(readyWords({ score: 0, low: 0, high: 12 })).toBe("Readiness 0, between 0 and 12");
});

describe("the address", () => {
  it("keeps only what is a choice", () => {
    expect(readJobsSearch({ status: "lost", sort: "readiness", text: "  ", view: "table", archived: "yes" })).toEqual({
      sort: "readiness",
      view: "table",
    });
  });
  it("narrows by status in the table only: the board shows all", () => {
    expect(toServer({ status: "offer" })).toEqual({});
    expect(toServer({ status: "offer", view: "table" })).toEqual({ status: "offer" });
  });
});

it("takes several jobs back to the status each had", () => {
  expect(earlierStatuses(jobCards)).toEqual([
    { status: "saved", ids: ["job-2", "job-3"] },
    { status: "applied", ids: ["job-1"] },
  ]);
});
