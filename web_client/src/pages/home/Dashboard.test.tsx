import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { always, open, serve, signedIn } from "../../../tests/app";
import { practice } from "../../../tests/fixtures";
import { dashboard, noDashboard } from "../../../tests/fixtures/progress";
import { openNow } from "./Dashboard";

const long = { timeout: 12_000 };

function show(body: unknown, status = 200): void {
  serve({ ...signedIn(), "GET /api/dashboard": always(body, status) });
  open("/");
}

describe("the home page", () => {
  it("shows tracked jobs with their date and readiness", async () => {
    show(dashboard);
    const jobs = within(await screen.findByRole("region", { name: "Your jobs" }, long));
    const [first] = jobs.getAllByRole("listitem");
    expect(first).toHaveTextContent(/^Data Analyst, Northwind PaymentsInterview 5 March 2030, .*Readiness 64, between 55 and 71$/);
    expect(jobs.getByText("Analyst").closest("li")).toHaveTextContent("Readiness not measured");
    expect(screen.getByText(/^2 days in a row\. 2 days of the last 14/)).toBeVisible();
  });

  it("shows what is open of the week and what would help most", async () => {
    const [best] = practice.plan?.nextBest ?? [];
    if (!best) throw new Error("no session");
    show({ ...dashboard, week: { starts_on: practice.starts_on, items: practice.items }, next_best: best });
    expect(await screen.findByRole("region", { name: "This week" }, long)).toHaveTextContent(/The whole week/);
    expect(screen.getByRole("region", { name: "What would help most now" })).toHaveTextContent(best.why);
  });

  it("adds nothing where nothing is tracked", async () => {
    show(noDashboard);
    await screen.findByRole("region", { name: "Recent interviews" }, long);
    expect(screen.queryByRole("region", { name: "Your jobs" })).toBeNull();
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("keeps the interviews where the rest cannot be read", async () => {
    show({ error: { code: "bad", message: "No." } }, 400);
    expect(await screen.findByRole("alert", {}, long)).toHaveTextContent("No.");
    expect(screen.getByRole("region", { name: "Recent interviews" })).toBeVisible();
  });
});

it("counts as open what is not done up to today", () => {
  const [item] = practice.items;
  if (!item) throw new Error("no item");
  const done = "2026-11-22T10:00:00Z";
  const items = [
    { ...item, id: "later", day: 5, done_at: null },
    { ...item, id: "today", day: 3, done_at: null },
    { ...item, id: "done", day: 1, done_at: done },
    { ...item, id: "first", day: 1, done_at: null },
  ];
  expect(openNow(items, 3).map(({ id }) => id)).toEqual(["first", "today"]);
});
