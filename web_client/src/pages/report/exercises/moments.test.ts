import { describe, expect, it } from "vitest";
import type { ExerciseMoment, ExerciseReplay } from "../../../api/types";
import { at, frames, told } from "./moments";

const empty: ExerciseMoment = {
  at_ms: 0,
  kind: "opened",
  stage: null,
  revision: null,
  diff: null,
  run: null,
  submitted: false,
  hint: null,
  reveal: null,
  part: null,
  section: null,
  text: null,
  remarks: null,
};
const patch = (from: string, to: string): string =>
  `--- a/solution.py\n+++ b/solution.py\n@@ -1 +1 @@\n-${from}\n+${to}\n`;
const replay: ExerciseReplay = {
  key: "one",
  name: "One",
  kind: "coding",
  filename: "solution.py",
  code: "x = 1\n",
  verified: true,
  moments: [
    { ...empty, stage: "explain" },
    {
      ...empty,
      at_ms: 4000,
      kind: "revision",
      revision: 1,
      diff: patch("x = 1", "x = 2"),
    },
    { ...empty, at_ms: 5000, kind: "run", revision: 1, submitted: true },
    {
      ...empty,
      at_ms: 9000,
      kind: "revision",
      revision: 2,
      diff: patch("x = 2", "x = 3"),
    },
  ],
};

describe("the work on an exercise", () => {
  it("has the file at every moment, before and after", () => {
    expect(frames(replay).map(({ before, text }) => [before, text])).toEqual([
      ["x = 1\n", "x = 1\n"],
      ["x = 1\n", "x = 2\n"],
      ["x = 2\n", "x = 2\n"],
      ["x = 2\n", "x = 3\n"],
    ]);
  });

  it("follows the recording to the last moment that has passed", () => {
    const all = frames(replay);
    expect([-1, 0, 4, 8.9, 60].map((second) => at(all, second))).toEqual([
      0, 0, 1, 2, 3,
    ]);
  });

  it("is told in words", () => {
    expect(frames(replay).map(told)).toEqual([
      "Opened",
      "Edit 1",
      "Submitted",
      "Edit 2",
    ]);
  });
});
