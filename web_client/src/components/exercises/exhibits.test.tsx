import { MantineProvider } from "@mantine/core";
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { RevealView } from "../../api/room.gen";
import { chartData, place, scaleOf } from "./chart";
import { diffRows, nearChanges } from "./diffRows";
import { ExhibitView } from "./ExhibitView";
import { runHeadline } from "./TestList";

const churn: RevealView = {
  id: "churn",
  title: "Customers who left",
  exhibit: {
    kind: "line",
    columns: ["Quarter", "Small", "Large", "Remark"],
    rows: [
      ["Q1", 4.1, 1.2, "before the change"],
      ["Q2", 6.4, null, ""],
      ["Q3", 9, 1.4, ""],
    ],
    unit: "%",
    note: "Counted at the end of each quarter.",
  },
};

const show = (reveal: RevealView) =>
  render(
    <MantineProvider>
      <ExhibitView reveal={reveal} isNew />
    </MantineProvider>,
  );

describe("a scale", () => {
  it.each([
    [[3, 18], true, 0, 20],
    [[-4, 9], true, -5, 10],
    [[101, 104], false, 101, 104],
    [[7], false, 0, 8],
    [[0], true, 0, 0.25],
    [[1_250_000, 300_000], true, 0, 1_500_000],
  ])("holds %j from zero: %s", (values, fromZero, low, high) => {
    const scale = scaleOf(values, fromZero);
    expect(scale).toMatchObject({ low, high });
    expect(scale.ticks.length).toBeGreaterThanOrEqual(2);
    expect(scale.ticks.length).toBeLessThanOrEqual(7);
    for (const value of values) expect(place(value, scale)).toBeGreaterThanOrEqual(0);
    for (const value of values) expect(place(value, scale)).toBeLessThanOrEqual(1);
  });
});

describe("an exhibit", () => {
  it("draws the columns of figures and leaves out words", () => {
    expect(chartData(churn.exhibit)?.series).toEqual([
      { name: "Small", values: [4.1, 6.4, 9] },
      { name: "Large", values: [1.2, null, 1.4] },
    ]);
    expect(chartData({ columns: ["Step", "Owner"], rows: [["Pick", "Ana"]] })).toBeNull();
  });

  it("is a chart that becomes a table of the same figures", async () => {
    show(churn);
    const chart = screen.getByRole("img", { name: /Customers who left/ });
    expect(chart.querySelectorAll("circle")).toHaveLength(5); // a missing figure is no point
    expect(chart.querySelectorAll("polyline")).toHaveLength(1); // and breaks the line
    expect(screen.getByText("New")).toBeVisible();
    await userEvent.click(screen.getByText("Table"));
    const row = within(screen.getByRole("row", { name: /Q2/ })).getAllByRole("cell");
    expect(row.map((cell) => cell.textContent)).toEqual(["6.4", "–", ""]);
    expect(screen.getByText("Counted at the end of each quarter.")).toBeVisible();
  });

  it("offers no chart where it is meant as a table", () => {
    show({ ...churn, exhibit: { ...churn.exhibit, kind: "table" } });
    expect(screen.queryByText("Chart")).toBeNull();
    expect(screen.getByRole("columnheader", { name: "Quarter" })).toBeVisible();
  });
});

describe("a diff", () => {
  it("numbers the lines of both versions", () => {
    expect(diffRows("a\nb\nc\n", "a\nB\nc\nd\n").map(({ kind, oldLine, newLine }) => [kind, oldLine, newLine])).toEqual([
      ["same", 1, 1],
      ["removed", 2, null],
      ["added", null, 2],
      ["same", 3, 3],
      ["added", null, 4],
    ]);
    expect(diffRows("a\nb", "a\nb")).toHaveLength(2);
    expect(diffRows("", "a\n").map(({ kind }) => kind)).toEqual(["added"]);
  });

  it("leaves out what is far from a change, and counts it", () => {
    const before = Array.from({ length: 20 }, (_, index) => `line ${index}\n`).join("");
    const rows = nearChanges(diffRows(before, before.replace("line 10", "other")), 2);
    expect(rows.map((row) => (typeof row === "number" ? row : row.kind[0]))).toEqual([8, "s", "s", "r", "a", "s", "s", 7]);
  });
});

it("names a run by what it gave", () => {
  const test = (verdict: "passed" | "failed") => ({ name: "t", verdict, message: "" });
  const result = { tests: [test("passed"), test("failed")], time_ms: 1, memory_mb: null, limit: null, message: "", output: "", where: "sandbox" as const };
  expect(runHeadline({ ...result, verdict: "failed" })).toBe("1 of 2 tests passed");
  expect(runHeadline({ ...result, verdict: "limit", limit: "memory" })).toBe("Stopped: it needed too much memory");
  expect(runHeadline({ ...result, verdict: "passed", tests: [test("passed")] })).toBe("The test passed");
});
