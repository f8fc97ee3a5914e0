import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { always, open, serve, signedIn } from "../../../tests/app";
import { jobList } from "../../../tests/fixtures/jobs";
import { comparison, earlierResult, result } from "../../../tests/fixtures/progress";
import { differenceWords } from "./difference";
import { choose, readResultsSearch, toServer } from "./filter";

const long = { timeout: 12_000 };

async function show(path = "/results", items = [result, earlierResult]) {
  const calls = serve({
    ...signedIn(),
    "GET /api/results": always({ items, next_cursor: null }),
    "GET /api/jobs": always(jobList),
    "GET /api/results/compare": always(comparison),
  });
  const { history } = open(path);
  await screen.findByText("Results", { selector: "h1" }, long);
  return { calls, history };
}

describe("results", () => {
  it("show the score with its spread, and where the next session is", async () => {
    await show();
    const [first, second] = await screen.findAllByText("Data Analyst, Northwind Payments", {}, long);
    expect(first?.closest("li")).toHaveTextContent(/62 ± 5Borderline$/);
    expect(first).toHaveAttribute("href", "/interviews/session-9/report");
    expect(second?.closest("li")).toHaveTextContent("Not enough evidence");
    expect(screen.getByLabelText("Open the exercise: Find the wrong join")).toHaveAttribute("href", "/exercises/sql_wrong_join");
  });

  it("keep the filters while an answer is under way", async () => {
    const { history } = await show();
    const company = await screen.findByLabelText("Company", {}, long);
    await userEvent.type(company, "no");
    await waitFor(() => expect(history.location.search).toContain("company=no"));
    expect(company).toHaveFocus();
    await userEvent.type(company, "rth");
    await waitFor(() => expect(history.location.search).toContain("company=north"));
    expect(company).toBeVisible();
  });

  it("are narrowed to one job", async () => {
    const { calls } = await show();
    await userEvent.click(await screen.findByRole("combobox", { name: "Job" }, long));
    await userEvent.click(await screen.findByRole("option", { name: "Product Analyst, Finbank", hidden: true }, long));
    await waitFor(() =>
      expect(calls.some(({ path, query }) => path === "/api/results" && query.get("job") === "job-2")).toBe(true),
    );
  });

  it("are narrowed by the server, with the choices in the address", async () => {
    const { calls, history } = await show("/results?interview_type=technical&min=50");
    await userEvent.type(await screen.findByLabelText("Company", {}, long), "north");
    await waitFor(() => expect(history.location.search).toContain("company=north"));
    await waitFor(() => {
      const query = calls.filter((call) => call.path === "/api/results").at(-1)?.query.toString();
      expect(query).toBe("company=north&interview_type=technical&min=50");
    });
  });

  it("are set side by side when two are chosen", async () => {
    const { calls } = await show();
    for (const box of await screen.findAllByLabelText(/^Compare Data Analyst/, {}, long)) await userEvent.click(box);
    const side = within(await screen.findByRole("region", { name: "Side by side" }, long));
    const row = async (name: string) => (await side.findByRole("rowheader", { name }, long)).closest("tr");
    expect(await row("Ownership")).toHaveTextContent("Ownership42 ± 1061+19");
    expect(await row("Metrics")).toHaveTextContent("Metricsnot measured55");
    expect(await row("Words a minute")).toHaveTextContent("Words a minutenot measured128");
    expect(calls.find((call) => call.path === "/api/results/compare")?.query.toString()).toBe("a=session-9&b=session-8");
    await userEvent.click(side.getByText("Close the comparison"));
    expect(screen.queryByRole("region", { name: "Side by side" })).toBeNull();
  });

  it("lead to a first interview where there is none", async () => {
    await show("/results", []);
    expect((await screen.findByText("Start an interview", {}, long)).closest("a")).toHaveAttribute("href", "/interviews/new");
  });
});

describe("the choices", () => {
  it("keep only what is one", () => {
    expect(readResultsSearch({ min: 120, max: 90, from: "soon", to: "2026-11-22", interview_type: "chat", text: "sql" })).toEqual({
      max: 90,
      to: "2026-11-22",
      text: "sql",
    });
  });
  it("hold two interviews at most, and never reach the server's list", () => {
    const two = choose(choose({ text: "sql" }, "s1"), "s2");
    expect(two).toEqual({ text: "sql", a: "s1", b: "s2" });
    expect(choose(two, "s3")).toEqual({ text: "sql", a: "s2", b: "s3" });
    expect(choose(two, "s1")).toEqual({ text: "sql", a: "s2" });
    expect(toServer(two)).toEqual({ text: "sql" });
  });
});

it("says where a difference is no more than the judges differed by", () => {
  const side = (score: number | null, spread: number | null = null) => ({ score, spread });
  expect(differenceWords(side(50, 0.25), side(58, 0.25))).toBe("+8, within the spread");
  expect(differenceWords(side(58), side(50))).toBe("−8");
  expect(differenceWords(side(50), side(50))).toBe("the same");
  expect([differenceWords(null, side(50)), differenceWords(side(null), side(50))]).toEqual(["", ""]);
});
