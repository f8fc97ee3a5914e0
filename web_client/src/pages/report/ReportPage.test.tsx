import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { always, open, reportPath, serve, signedIn } from "../../../tests/app";
import { analysis, emptyAnalysis, failedReport, interview, report, runningReport, transcript } from "../../../tests/fixtures";

const play = vi.fn(() => Promise.resolve());
beforeEach(() => {
  play.mockClear();
  Object.defineProperty(HTMLMediaElement.prototype, "play", { configurable: true, value: play });
  Object.defineProperty(HTMLMediaElement.prototype, "pause", { configurable: true, value: vi.fn() });
});

const title = () => screen.findByText("Data Analyst, Northwind Payments", { selector: "h1" }, { timeout: 20_000 });
const audio = () => screen.getByTestId<HTMLAudioElement>("recording");
const quote = analysis.dimensionScores[0]?.evidence[0];
const retryPath = `POST /api/interview/sessions/${interview.id}/report/retry`;

describe("a finished report", () => {
  it("shows score, readiness, hire signal, and what the score rests on", async () => {
    serve(signedIn());
    open(reportPath);
    await title();
    const overall = within(screen.getByLabelText("Overall"));
    expect(overall.getByText("64")).toBeVisible();
    expect(overall.getByText("Borderline")).toBeVisible();
    expect(overall.getByText("Leaning towards hire")).toBeVisible();
    expect(overall.getByText(/5 of 6 dimensions could be scored/)).toBeVisible();
    expect(document.title).toBe("Report: Data Analyst, Northwind Payments · Interview Practice Lab");
    expect(screen.getByText("claims dropped").closest("div")).toHaveTextContent(/^2claims dropped/);
  });

  it("shows a dimension without evidence as such, and never as a zero", async () => {
    serve(signedIn());
    open(reportPath);
    await title();
    const silent = within(screen.getByLabelText("Not enough evidence"));
    expect(silent.getByText("Role fit")).toBeVisible();
    expect(silent.getByText(/Nothing was asked about experiments/)).toBeVisible();
    expect(silent.queryByText(/of 100|^0$/)).toBeNull();
  });

  it("plays the second of a quote and lights its words", async () => {
    serve(signedIn());
    open(reportPath);
    await title();
    await userEvent.click(screen.getByLabelText(/^Play 0:41: “we cut failed/));
    expect(audio().currentTime).toBe(quote?.startS);
    expect(play).toHaveBeenCalledOnce();
    const lit = [...document.querySelectorAll("#turn-3 .lit")].map((word) => word.textContent.trim());
    expect(lit.join(" ")).toBe("we cut failed payments from two percent to about half a percent.");
  });

  it("marks the word being said while it plays", async () => {
    serve(signedIn());
    open(reportPath);
    await title();
    const word = transcript.turns[3]?.words[2];
    audio().currentTime = (word?.start_s ?? 0) + 0.01;
    act(() => void fireEvent(audio(), new Event("timeupdate")));
    expect(document.querySelector("#turn-3 .said")?.textContent.trim()).toBe(word?.text);
    expect(document.querySelector("#turn-3")).toHaveAttribute("data-current");
  });

  it("jumps by question and changes the speed", async () => {
    serve(signedIn());
    open(reportPath);
    await title();
    await userEvent.click(screen.getByLabelText("Next question"));
    expect(audio().currentTime).toBe(transcript.questions[0]?.at_s);
    await userEvent.click(screen.getByLabelText("Next question"));
    expect(audio().currentTime).toBe(transcript.questions[1]?.at_s);
    await userEvent.selectOptions(screen.getByLabelText("Speed"), "1.5");
    expect(audio().playbackRate).toBe(1.5);
  });

  it("tells why a question was asked", async () => {
    serve(signedIn());
    open(reportPath);
    await title();
    const buttons = screen.getAllByText("Why was I asked this?", { selector: "button" });
    expect(buttons).toHaveLength(transcript.questions.length);
    const third = buttons[2];
    if (!third) throw new Error("no third question");
    await userEvent.click(third);
    expect(third).toHaveAttribute("aria-expanded", "true");
    expect(screen.getByText(/so your own part was missing/)).toBeVisible();
    expect(screen.getByText("It asked for your own part.")).toBeVisible();
  });
});

describe("without a recording", () => {
  it("opens the quote's place in the transcript and leads back", async () => {
    serve(signedIn({ interview: { record: false } }));
    open(reportPath);
    await title();
    expect(screen.queryByTestId("recording")).toBeNull();
    expect(screen.getByText(/was not recorded/)).toBeVisible();
    const button = screen.getByLabelText(/^Show 0:41: “we cut failed/);
    await userEvent.click(button);
    expect(document.activeElement?.id).toBe("turn-3");
    await userEvent.click(screen.getByText("Back to where you were"));
    expect(document.activeElement).toBe(button);
  });

  it("says so when the file cannot be played, and keeps the rest", async () => {
    serve(signedIn());
    open(reportPath);
    await title();
    act(() => void fireEvent(audio(), new Event("error")));
    expect(screen.getByText(/recording can’t be played/)).toBeVisible();
    expect(screen.getByLabelText(/^Show 0:41: “we cut failed/)).toBeVisible();
  });

  it("shows a typed answer's place even where there is a recording", async () => {
    serve(signedIn());
    open(reportPath);
    await title();
    await userEvent.click(screen.getByLabelText(/^Show in transcript: “So don/));
    expect(play).not.toHaveBeenCalled();
    expect(document.activeElement?.id).toBe("turn-11");
  });
});

it("offers to hear what was spoken and to show what was typed", async () => {
  serve(signedIn());
  open(reportPath);
  await title();
  expect(screen.getAllByText("Hear your answer")).toHaveLength(5);
  await userEvent.click(screen.getByText("Show your answer"));
  expect(play).not.toHaveBeenCalled();
  expect(document.activeElement?.id).toBe("turn-11");
});

describe("nulls", () => {
  it("read as not enough evidence and not measured", async () => {
    serve(signedIn({ report: { ...report, analysis: emptyAnalysis, turn_notes: [] } }));
    open(reportPath);
    await title();
    expect(screen.getByText("Not enough evidence for a score")).toBeVisible();
    expect(screen.getByLabelText("Not enough evidence").querySelectorAll("dt")).toHaveLength(6);
    expect(screen.getByText(/Nothing was measured/)).toBeVisible();
    expect(screen.getAllByText("Not answered")).toHaveLength(2);
    expect(screen.queryByText(/of 100/)).toBeNull();
    expect(document.body.textContent).not.toMatch(/null|undefined|NaN/);
  });

  it("stay single: one figure missing, the others shown", async () => {
    serve(signedIn());
    open(reportPath);
    await title();
    expect(screen.getAllByText("not measured")).toHaveLength(1);
    expect(screen.getByText("Interviewer cut you off").nextElementSibling).toHaveTextContent("0 times");
  });
});

describe("a report on its way", () => {
  it("shows steps and first notes, asks again, and opens when it is done", async () => {
    let asked = 0;
    const routes = signedIn();
    routes[`GET /api/interview/sessions/${interview.id}/report`] = () => ({ body: (asked += 1) === 1 ? runningReport : report });
    serve(routes);
    open(reportPath);
    await title();
    expect(screen.getByText("Your report is being written")).toBeVisible();
    expect(screen.getByText("Rubric dimensions").closest("li")).toHaveAttribute("data-status", "running");
    expect(screen.getByText("You named the metric and where it started, but not what you did.")).toBeVisible();
    expect(await screen.findByLabelText("Overall", {}, { timeout: 20_000 })).toBeVisible();
    expect(screen.queryByText("Your report is being written")).toBeNull();
  });

  it("shows a failed step with its reason, and tries again", async () => {
    let state = failedReport;
    const routes = signedIn();
    routes[`GET /api/interview/sessions/${interview.id}/report`] = () => ({ body: state });
    routes[retryPath] = () => {
      state = runningReport;
      return { status: 202, body: state };
    };
    const calls = serve(routes);
    open(reportPath);
    await title();
    expect(screen.getByText(/did not answer within 60 seconds/)).toBeVisible();
    expect(screen.getByText("Rubric dimensions").closest("li")).toHaveAttribute("data-status", "failed");
    await userEvent.click(screen.getByText("Try again"));
    await waitFor(() => expect(screen.getByText("Your report is being written")).toBeVisible());
    expect(calls.some((call) => `${call.method} ${call.path}` === retryPath && call.headers.get("X-CSRF-Token") === "token-1")).toBe(true);
  });

  it("leads back to the room while the interview is open", async () => {
    serve(signedIn({ interview: { status: "paused", report_status: "none" } }));
    open(reportPath);
    expect(await screen.findByRole("link", { name: "Return to the room" })).toHaveAttribute("href", `/interviews/${interview.id}/room`);
  });

  it("opens by itself when the interview turns out to be over", async () => {
    let asked = 0;
    const routes = signedIn();
    routes[`GET /api/interview/sessions/${interview.id}`] = () => ({
      body: { ...interview, status: (asked += 1) === 1 ? "live" : "ended" },
    });
    serve(routes);
    open(reportPath);
    expect(await screen.findByText("This interview is not over yet")).toBeVisible();
    await title();
    expect(screen.getByLabelText("Overall")).toBeVisible();
  });

  it("says when there was nothing to judge", async () => {
    serve(signedIn({ report: { status: "none", steps: [], analysis: null, turn_notes: [] } }));
    open(reportPath);
    await title();
    expect(screen.getByText("No report was made")).toBeVisible();
    expect(screen.queryByText("Try again")).toBeNull();
  });

  it("says when there is no such interview", async () => {
    const routes = signedIn();
    routes[`GET /api/interview/sessions/${interview.id}`] = always({ error: { code: "not_found", message: "Gone." } }, 404);
    serve(routes);
    open(reportPath);
    expect(await screen.findByRole("alert")).toHaveTextContent("It may have been deleted, or it belongs to another account.");
  });
});
