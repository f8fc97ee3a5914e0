import { describe, expect, it } from "vitest";
import { interview } from "../../tests/fixtures";
import { interviewTitle, isOpen, outcome } from "./interviews";

describe("outcome", () => {
  it("shows a score with its readiness", () => {
    expect(outcome(interview)).toEqual({ kind: "score", score: 64, text: "Borderline" });
  });
  it("never turns a missing score into a zero", () => {
    const unscored = outcome({ ...interview, overall_score: null, readiness: null });
    expect(unscored).toEqual({ kind: "words", score: null, text: "Not enough evidence" });
  });
  it("keeps a true zero", () => expect(outcome({ ...interview, overall_score: 0 }).score).toBe(0));
  it("says that a report failed or is under way", () => {
    expect(outcome({ ...interview, report_status: "failed" }).kind).toBe("attention");
    expect(outcome({ ...interview, report_status: "running" }).kind).toBe("progress");
  });
  it("speaks of the interview while it is open", () => {
    expect(isOpen({ ...interview, status: "paused" })).toBe(true);
    expect(outcome({ ...interview, status: "live", report_status: "none" }).text).toBe("In progress");
  });
});

describe("interviewTitle", () => {
  it("leaves out a missing company", () => {
    expect(interviewTitle(interview)).toBe("Data Analyst, Northwind Payments");
    expect(interviewTitle({ ...interview, company: null })).toBe("Data Analyst");
  });
});
