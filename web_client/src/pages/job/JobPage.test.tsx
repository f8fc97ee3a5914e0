import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { always, open, serve, signedIn, type Answer, type Call } from "../../../tests/app";
import { kits } from "../../../tests/fixtures";
import { job } from "../../../tests/fixtures/jobs";
import type { Job } from "../../api/jobs";
import { fromField, toField } from "./dates";

const long = { timeout: 12_000 };

async function show(one: Partial<Job> = {}, more: Record<string, Answer> = {}) {
  let now: Job = { ...job, ...one };
  const calls = serve({
    ...signedIn(),
    "GET /api/jobs/job-1": () => ({ body: now }),
    "PUT /api/jobs/job-1": ({ body }: Call) => {
      now = { ...now, ...(body as Partial<Job>) };
      return { body: now };
    },
    ...more,
  });
  const { history } = open("/jobs/job-1");
  await screen.findByText("Data Analyst, Northwind Payments", { selector: "h1" }, long);
  return { calls, history };
}

const puts = (calls: readonly Call[]): unknown[] => calls.filter((call) => call.method === "PUT").map((call) => call.body);

describe("readiness", () => {
  it("stands with its range, its parts, and what would raise it", async () => {
    await show();
    const readiness = within(screen.getByRole("region", { name: "Readiness" }));
    expect(readiness.getByText("most likely between 55 and 71")).toBeVisible();
    expect(readiness.getByText(/^Raised by 6 by the last interview. From 2 judged interviews/)).toBeVisible();
    expect(readiness.getByText("nothing to go by").closest("li")).toHaveTextContent("No exercise was done yet.");
    expect(readiness.getByText(/two of your applications went less far/)).toBeVisible();
    expect(readiness.getByLabelText("Open the exercise: Find the wrong join")).toHaveAttribute("href", "/exercises/sql_wrong_join");
    expect(readiness.getByLabelText("Set up an interview: Another interview")).toHaveAttribute("href", "/interviews/new?kit=data_analyst");
  });

  it("is no number before anything was judged", async () => {
    const none = { ...job.readiness, score: null, low: null, high: null, parts: [], steps: [], calibration: "" };
    await show({ readiness: none });
    const readiness = screen.getByRole("region", { name: "Readiness" });
    expect(readiness).toHaveTextContent("Not measured yet.");
    expect(within(readiness).queryByRole("img")).toBeNull();
  });
});

describe("practising", () => {
  it("is one click to the plan", async () => {
    const { calls, history } = await show({}, { "POST /api/jobs/job-1/generate-plan": always({ id: "plan-7" }, 201) });
    await userEvent.click(screen.getByText("Practise for this job"));
    await waitFor(() => expect(history.location.href).toBe("/interviews/new?plan=plan-7"));
    expect(calls.some((call) => call.path === "/api/jobs/job-1/generate-plan")).toBe(true);
  });

  it("asks for the nearest role where the job's says too little", async () => {
    const refused = { error: { code: "invalid", message: "Choose a role to practise this job as." } };
    const { calls, history } = await show({}, {
      "POST /api/jobs/job-1/generate-plan": ({ body }) =>
        Object.keys(body as object).length === 0 ? { status: 422, body: refused } : { status: 201, body: { id: "plan-8" } },
    });
    await userEvent.click(screen.getByText("Practise for this job"));
    await userEvent.click(await screen.findByRole("combobox", { name: "Practise it as" }, long));
    const [kit] = kits;
    if (!kit) throw new Error("no kit");
    await userEvent.click(await screen.findByRole("option", { name: kit.name, hidden: true }, long));
    await waitFor(() => expect(history.location.href).toBe("/interviews/new?plan=plan-8"));
    expect(calls.filter((call) => call.method === "POST").map((call) => call.body)).toEqual([{}, { role_kit: kit.key }]);
  });

  it("lists the interviews held for the job", async () => {
    await show();
    const held = within(screen.getByRole("region", { name: "Interviews for this job" }));
    expect(held.getByText("Data Analyst at Northwind Payments")).toHaveAttribute("href", "/interviews/session-9/report");
    expect(held.getByText(/62 of 100/)).toBeVisible();
  });
});

describe("what is written down", () => {
  it("keeps notes as they are typed", async () => {
    const { calls } = await show();
    await userEvent.type(screen.getByRole("textbox", { name: "Notes" }), " And pay.");
    expect(await screen.findByText("Kept.", {}, long)).toBeVisible();
    expect(puts(calls).at(-1)).toEqual({ notes: "Ask about on-call. And pay." });
  });

  it("keeps a field when it is left, and takes Escape as a no", async () => {
    const { calls } = await show();
    const tags = screen.getByLabelText(/^Tags/);
    await userEvent.type(tags, ", sql , sql{Enter}");
    await waitFor(() => expect(puts(calls)).toEqual([{ tags: ["remote", "sql"] }]));
    await userEvent.type(screen.getByLabelText("Role"), " II{Escape}");
    await userEvent.tab();
    expect(puts(calls)).toHaveLength(1);
  });

  it("keeps an outcome with its date and reason", async () => {
    const { calls } = await show();
    await userEvent.click(screen.getByText("Add an outcome"));
    await userEvent.type(screen.getByLabelText(/^Why, as you were told/), "They liked the case.");
    await userEvent.click(screen.getByText("Keep it"));
    expect(await screen.findByText("They liked the case.")).toBeVisible();
    expect(puts(calls)).toEqual([
      { outcomes: [{ kind: "first_round", on: toField(new Date().toISOString()).slice(0, 10), reason: "They liked the case." }] },
    ]);
  });

  it("shows how the job came to where it stands", async () => {
    await show();
    const lines = within(screen.getByRole("region", { name: "History" })).getAllByRole("listitem");
    expect(lines.map((line) => line.textContent)).toEqual([expect.stringContaining("Saved to Applied"), expect.stringMatching(/^Saved (?!to )/)]);
  });
});

it("opens no address that is not of the web", async () => {
  await show({ job_url: "javascript:alert(1)" });
  expect(screen.queryByText("The advertisement")).toBeNull();
});

it("holds a moment to the minute in a field", () => {
  const iso = new Date(2026, 10, 22, 15, 4).toISOString();
  expect(toField(iso)).toBe("2026-11-22T15:04");
  expect(fromField(toField(iso))).toBe(iso);
  expect([fromField(""), fromField("soon"), toField(null)]).toEqual([null, null, ""]);
});
