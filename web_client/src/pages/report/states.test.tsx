/** The report page in every state of its parts: several judges, failed steps, no job, none, one and sixty answers. */
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { always, open, reportPath, serve, signedIn } from "../../../tests/app";
import {
  emptyAnalysis,
  interview,
  longReport,
  longTranscript,
  modelReport,
  noJobReport,
  partlyFailedReport,
  report,
} from "../../../tests/fixtures";
import type { Report, Transcript } from "../../api/types";
import { tally } from "./JobMatch";
import { groups } from "./Rewrites";

beforeEach(() => {
  for (const name of ["play", "pause", "load"])
    Object.defineProperty(HTMLMediaElement.prototype, name, { configurable: true, value: vi.fn(() => Promise.resolve()) });
});

async function show(served: Report, rest: { transcript?: Transcript; interview?: { record: boolean } } = {}) {
  serve({
    ...signedIn({ report: served, ...rest }),
    [`GET /api/interview/sessions/${interview.id}/retakes`]: always({ retakes: [] }),
  });
  open(reportPath);
  await screen.findByText("Data Analyst, Northwind Payments", { selector: "h1" }, { timeout: 20_000 });
}

describe("several judges", () => {
  it("shows each one’s level, how far they agree, and who could not prove one", async () => {
    await show(modelReport);
    const reasoning = within(screen.getByRole("article", { name: "Trade-offs and reasoning" }));
    expect(reasoning.getByText("Judges disagree")).toBeVisible();
    expect(reasoning.getByText("Level 2 of 5, ± 1.3")).toBeVisible();
    expect(reasoning.getByText("3 independent judgements: level 1, 2 and 3.5.")).toBeVisible();
    expect(reasoning.getByText(/Low confidence/)).toBeVisible();
    expect(reasoning.getByRole("img").querySelectorAll(".mark")).toHaveLength(3);
    expect(within(screen.getByRole("article", { name: "Impact" })).getByText("Judges agree")).toBeVisible();
    expect(screen.getByLabelText("Not enough evidence")).toHaveTextContent(
      "3 independent judgements: level 2. 2 judgements could not prove a level.",
    );
    expect(screen.getByLabelText("Overall")).toHaveTextContent("The judges disagree on Trade-offs and reasoning.");
  });

  it("names the author of each part", async () => {
    await show(modelReport);
    const line = "By local-70b with the prompt “evaluator”, version 3; checked by code, version 4.";
    expect(within(screen.getByLabelText("Against the job description")).getByText(line)).toBeVisible();
    expect(within(screen.getByLabelText("Answer by answer")).getByText("By fixed rules, version 1.")).toBeVisible();
    expect(within(screen.getByRole("article", { name: "Explaining to others" })).getByText("By fixed rules, version 1.")).toBeVisible();
    expect(within(screen.getByLabelText("Your week")).getByText("By fixed rules, version 1.")).toBeVisible();
  });

  it("marks the parts of a better answer, and its blanks", async () => {
    await show(modelReport);
    const rewrites = within(screen.getByLabelText("Your answer, told better"));
    expect(rewrites.getAllByRole("term").map((term) => term.textContent)).toEqual(["Situation", "Action", "Result", "Looking back"]);
    expect(rewrites.getByText("how many payments")).toHaveClass("blank");
    expect(rewrites.getByText(/A dashed blank is something you did not say/)).toBeVisible();
  });
});

describe("the job", () => {
  it("stands requirement by requirement with its proof", async () => {
    await show(report);
    const job = within(screen.getByLabelText("Against the job description"));
    expect(job.getByText(/^6 requirements: you said 2, 1 stands on your résumé only, 2 did not come up/)).toBeVisible();
    const row = (name: RegExp) => within(job.getByRole("row", { name }));
    expect(row(/Strong SQL/).getByLabelText(/^Play .*“I wrote the queries/)).toBeVisible();
    expect(row(/Strong SQL/).getByText("You showed it")).toBeVisible();
    expect(row(/Explains statistics/).getByText("You named it")).toBeVisible();
    expect(row(/Tableau or Looker/).getByText("On your résumé only")).toBeVisible();
    expect(row(/Tableau or Looker/).getByText(/Built the failed-payments dashboard/)).toBeVisible();
    expect(row(/^Python/).getByText("nice to have")).toBeVisible();
    expect(row(/Owns decisions/).getByText("You said otherwise")).toBeVisible();
  });

  it("says when there was none", async () => {
    await show(noJobReport);
    const job = within(screen.getByLabelText("Against the job description"));
    expect(job.getByText(/There was no job description to compare with/)).toBeVisible();
    expect(job.getByRole("link", { name: "Practise with one" })).toHaveAttribute("href", "/interviews/new?jd=true");
  });
});

describe("failed steps", () => {
  it("keep their place with the reason, beside the parts that stand, with one way to try again", async () => {
    await show(partlyFailedReport);
    expect(screen.getByText("2 parts of this report failed")).toBeVisible();
    expect(screen.getAllByText("Try again", { selector: "button *, button" })).toHaveLength(1);
    const making = within(screen.getByLabelText("How far the report is"));
    expect(making.getAllByRole("listitem")).toHaveLength(2);
    expect(within(screen.getByLabelText("Against the job description")).getByText(/did not answer within 60 seconds/)).toBeVisible();
    expect(within(screen.getByLabelText("Your week")).getByText(/broke the rules of a week/)).toBeVisible();
    expect(within(screen.getByLabelText("Overall")).getByText("64")).toBeVisible();
    expect(screen.getByLabelText("What to do next")).toBeVisible();
  });
});

describe("how much was said", () => {
  it("none: nothing is judged and nothing is invented", async () => {
    const transcript: Transcript = { turns: [], interviewers: [], questions: [] };
    await show({ ...report, turn_notes: [], analysis: { ...emptyAnalysis, unanswered: [] } }, { transcript, interview: { record: false } });
    expect(screen.getByText("Not enough evidence for a score")).toBeVisible();
    expect(screen.getByText("Nothing was said in this interview.")).toBeVisible();
    expect(document.body.textContent).not.toMatch(/null|undefined|NaN/);
  });

  it("one: no button to unfold", async () => {
    await show(longReport(1), { transcript: longTranscript(1) });
    expect(screen.getByLabelText("Answer by answer").querySelectorAll("li")).toHaveLength(1);
    expect(screen.queryByText(/^Show all \d+ answers/)).toBeNull();
  });

  it("sixty: the first are shown, the rest at one click", async () => {
    await show(longReport(60), { transcript: longTranscript(60) });
    const answers = screen.getByLabelText("Answer by answer");
    expect(answers.querySelectorAll("li.folded")).toHaveLength(46);
    await userEvent.click(screen.getByText("Show all 60 answers"));
    expect(answers.querySelectorAll("li.folded")).toHaveLength(0);
    await userEvent.click(screen.getByText("Show all 30 requirements"));
    expect(screen.getByLabelText("Against the job description").querySelectorAll("tr.folded")).toHaveLength(0);
  });
});

it("shows dropped claims as a figure with its meaning", async () => {
  await show(report);
  const [figure] = screen.getAllByText("2", { selector: ".droppedFigure" });
  expect(figure?.parentElement).toHaveTextContent(/claims dropped.*stand nowhere in what you said/);
});

it("offers the report as files", async () => {
  await show(report);
  const base = `/api/interview/sessions/${interview.id}/report`;
  expect(screen.getByLabelText("Download as PDF")).toHaveAttribute("href", `${base}.pdf`);
  expect(screen.getByLabelText("Download as JSON")).toHaveAttribute("href", `${base}.json`);
});

it("opens at the turn that a link points at, without playing", async () => {
  serve({ ...signedIn(), [`GET /api/interview/sessions/${interview.id}/retakes`]: always({ retakes: [] }) });
  open(`${reportPath}?turn=5`);
  await screen.findByText("Data Analyst, Northwind Payments", { selector: "h1" }, { timeout: 20_000 });
  expect(document.activeElement?.id).toBe("turn-5");
  expect(document.querySelectorAll("#turn-5 .lit").length).toBeGreaterThan(10);
});

it("counts requirements and groups neighbouring parts", () => {
  const one = report.analysis?.jdMatch.requirements.slice(0, 1) ?? [];
  expect(tally(one)).toBe("1 requirement: you said 1.");
  const parts = modelReport.analysis?.answerRewrites[0]?.parts ?? [];
  expect(groups(parts).map(({ part, pieces }) => [part, pieces.length])).toEqual([
    ["situation", 1],
    ["action", 1],
    ["result", 2],
    ["reflection", 1],
  ]);
});
