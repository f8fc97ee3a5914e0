import { describe, expect, it } from "vitest";
import { addRemark, changeRemark, dropRemark, MAX_REMARKS } from "./remarks";

describe("remarks", () => {
  const two = [
    { line: 3, text: "First" },
    { line: 9, text: "Second" },
  ];

  it("stand in the order of their lines", () => {
    expect(addRemark(two, 5, " Between ").map(({ line, text }) => [line, text])).toEqual([[3, "First"], [5, "Between"], [9, "Second"]]);
  });

  it("are changed, and an empty text takes one away", () => {
    expect(changeRemark(two, 1, "Other")[1]).toEqual({ line: 9, text: "Other" });
    expect(changeRemark(two, 0, "  ")).toEqual([two[1]]);
    expect(dropRemark(two, 1)).toEqual([two[0]]);
  });

  it("are never empty and never more than sixty", () => {
    expect(addRemark(two, 5, "  ")).toEqual(two);
    const full = Array.from({ length: MAX_REMARKS }, (_, line) => ({ line: line + 1, text: "x" }));
    expect(addRemark(full, 5, "one more")).toHaveLength(MAX_REMARKS);
    expect(addRemark([], 1, "y".repeat(2_000))[0]?.text).toHaveLength(1_000);
  });
});
