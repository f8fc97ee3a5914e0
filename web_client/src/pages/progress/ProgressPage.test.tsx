import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { always, open, serve, signedIn } from "../../../tests/app";
import { noProgress, progress } from "../../../tests/fixtures/progress";
import { changeWords, shadeOf, streakWords, weeksOf } from "./figures";

const long = { timeout: 12_000 };

async function show(body: unknown, status = 200) {
  serve({ ...signedIn(), "GET /api/progress": always(body, status) });
  open("/progress");
  await screen.findByText("Progress", { selector: "h1" }, long);
}

describe("progress", () => {
  it("draws each dimension with its spread, and says it in words", async () => {
    await show(progress);
    const chart = screen.getByRole("img", { name: /^Ownership: 42 ± 10 \(.*\), 71 \(/ });
    expect(chart.querySelectorAll(".spread")).toHaveLength(1);
    expect(screen.getByText(/71 now, 29 above the first \(42\)\. 2 interviews\./)).toBeVisible();
  });

  it("has a number or a dash in every cell of the heat map", async () => {
    await show(progress);
    const table = within(screen.getByRole("region", { name: "Dimensions by kind of interview" }));
    expect(table.getAllByRole("columnheader").map((cell) => cell.textContent)).toEqual(["Dimension", "HR screen", "Technical"]);
    expect(table.getAllByRole("cell").map((cell) => cell.textContent)).toEqual(["–", "71 1 interview"]);
  });

  it("leads to a first interview where nothing was done", async () => {
    await show(noProgress);
    expect(screen.getByText("Start an interview").closest("a")).toHaveAttribute("href", "/interviews/new");
  });

  it("says when it cannot be read", async () => {
    await show({ error: { code: "bad", message: "No." } }, 400);
    expect(await screen.findByRole("alert")).toHaveTextContent("No.");
  });
});

describe("figures", () => {
  const point = (score: number, spread: number | null) => ({ session_id: `s${score}`, at: "2026-11-10T09:00:00Z", score, spread });
  it("call no step a change that lies within the spread", () => {
    expect(changeWords([point(50, 0.5), point(60, 0.5)])).toBe("60 ± 10 now, about as at first (50).");
    expect(changeWords([point(50, 0.1), point(60, null)])).toBe("60 now, 10 above the first (50).");
    expect(changeWords([point(60, null), point(50, null)])).toBe("50 now, 10 below the first (60).");
    expect(changeWords([point(50, null)])).toBe("50 now.");
  });
  it("shade by the score, and not at all where nothing was proved", () => {
    expect([null, 0, 39, 40, 60, 75, 100].map((score) => shadeOf({ score }))).toEqual([0, 1, 1, 2, 3, 4, 4]);
  });
  it("lay out weeks from Monday up to today", () => {
    const now = new Date("2026-11-25T22:00:00Z"); // a Wednesday
    const weeks = weeksOf([{ on: "2026-11-20", minutes: 20, done: 2 }], 2, now);
    expect(weeks.map((week) => week.map((day) => day.on.slice(-2)))).toEqual([
      ["16", "17", "18", "19", "20", "21", "22"],
      ["23", "24", "25"],
    ]);
    expect(weeks[0]?.[4]).toEqual({ on: "2026-11-20", minutes: 20, done: 2 });
  });
  it("tell a streak without blame", () => {
    expect(streakWords({ days: 3, today: false, active: ["a", "b", "c"] })).toBe(
      "3 days in a row up to yesterday. 3 days of the last 14 had something done.",
    );
    expect(streakWords({ days: 0, today: false, active: [] })).toMatch(/^Nothing in the last 14 days\./);
  });
});
