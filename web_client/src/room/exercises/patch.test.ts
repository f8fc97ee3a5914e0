import { createHash } from "node:crypto";
import { applyPatch } from "diff";
import { describe, expect, it } from "vitest";
import { codeLength, makePatch, nextStep } from "./patch";
import { sha256 } from "./sha256";

const apply = (from: string, diff: string) => (diff === "" ? from : applyPatch(from, diff));
const numbered = (count: number, word: string) =>
  Array.from({ length: count }, (_, index) => `${word} ${index}\n`).join("");

describe("a patch", () => {
  it.each([
    ["a changed line", "a\nb\nc\n", "a\nB\nc\n"],
    ["the first lines of an empty file", "", "a\nb\n"],
    ["everything deleted", "a\nb\n", ""],
    ["a last line that loses its end", "a\nb\n", "a\nb"],
    ["a last line that gains its end", "a\nb", "a\nb\n"],
    ["two places far apart", numbered(40, "x"), numbered(40, "x").replace("x 2\n", "y\n").replace("x 37\n", "")],
    ["signs of a diff in the text", "--- a\n+++ b\n", "--- a\n@@ -1 +1 @@\n+++ b\n"],
  ])("carries %s", (_, from, to) => {
    expect(apply(from, makePatch("solution.py", from, to))).toBe(to);
  });

  it("names the one file, keeps three lines of context, and nothing else", () => {
    const from = numbered(9, "l");
    expect(makePatch("solution.py", from, from.replace("l 4", "new"))).toBe(
      "--- a/solution.py\n+++ b/solution.py\n@@ -2,7 +2,7 @@\n l 1\n l 2\n l 3\n-l 4\n+new\n l 5\n l 6\n l 7\n",
    );
    expect(makePatch("solution.py", "", "a\n")).toContain("@@ -0,0 +1,1 @@");
    expect(makePatch("solution.py", from, from)).toBe("");
  });

  it("goes in steps where one message can’t hold it, and each step fits", () => {
    const [from, to] = [numbered(3_500, "before"), numbered(3_500, "after")];
    let text = from;
    let steps = 0;
    for (let step = nextStep("f", text, to); step; step = nextStep("f", text, to)) {
      expect(JSON.stringify(step.diff).length).toBeLessThanOrEqual(60_000);
      expect(apply(text, step.diff)).toBe(step.text);
      text = step.text;
      steps++;
    }
    expect(text).toBe(to);
    expect(steps).toBeGreaterThan(1);
  }, 120_000); // the library that applies patches takes seconds for ones this long, and more on a busy machine

  it("finds a way from one huge line to another, and none where a line alone is too big", () => {
    const first = nextStep("f", "x".repeat(39_000), "y".repeat(39_000));
    expect(first?.text).toBe("");
    expect(nextStep("f", "", "y".repeat(39_000))?.text).toHaveLength(39_000);
    expect(nextStep("f", "", "字".repeat(39_000))).toBeNull();
  });

  it("counts characters as the server does", () => {
    expect(codeLength("aé字😀")).toBe(4);
  });
});

it.each(["", "abc", "é字😀\n", "x".repeat(55), "x".repeat(56), "y".repeat(64), "z".repeat(10_000)])(
  "sha256 agrees with the library",
  (text) => {
    expect(sha256(text)).toBe(createHash("sha256").update(text, "utf8").digest("hex"));
  },
);
