import { describe, expect, it } from "vitest";
import { analysis, emptyAnalysis } from "../../../tests/fixtures";
import type { DimensionScore } from "../../api/types";
import { hasJdMatch, levelText, missingNote, provenanceText, turnTakingFigures, uncertainty } from "./figures";

const [first] = analysis.dimensionScores;
const dimension = (change: Partial<DimensionScore>): DimensionScore => {
  if (!first) throw new Error("no dimension in the fixture");
  return { ...first, ...change };
};

describe("uncertainty", () => {
  it("says how much could be scored, its range, and how far judgements differed", () => {
    expect(uncertainty(analysis.dimensionScores)).toBe(
      "5 of 6 dimensions could be scored, from 41 to 86. Repeated judgements differed by at most ± 1 on the scale of 0 to 5.",
    );
  });
  it("does not claim agreement where there was one judgement", () => {
    expect(uncertainty([dimension({ spread: null })])).toContain("was not measured");
    expect(uncertainty([dimension({ spread: 0 })])).toContain("agreed on every one");
  });
  it("speaks plainly when nothing was scored", () => {
    expect(uncertainty(emptyAnalysis.dimensionScores)).toBe("No dimension had enough evidence for a score.");
  });
});

describe("levels and notes", () => {
  it("shows the spread only where it was measured", () => {
    expect(levelText({ anchor: 2.94, spread: 0.5 })).toBe("Level 2.9 of 5, ± 0.5");
    expect(levelText({ anchor: 3, spread: null })).toBe("Level 3 of 5");
    expect(levelText({ anchor: null, spread: null })).toBe("");
  });
  it("does not repeat the heading", () => {
    expect(missingNote(dimension({ note: "Not enough evidence: nothing was asked about SQL." }))).toBe("Nothing was asked about SQL.");
    expect(missingNote(dimension({ note: "Not enough evidence" }))).toBe("Nothing you said could be quoted for it.");
    expect(missingNote(dimension({ note: null }))).toBe("Nothing you said could be quoted for it.");
  });
});

describe("turn-taking", () => {
  it("keeps zeros and nulls apart", () => {
    const figures = turnTakingFigures(analysis.turnTaking);
    const value = (name: string) => figures.find((figure) => figure.name === name)?.value;
    expect(value("Interviewer cut you off")).toBe("0 times");
    expect(value("Long pauses")).toBeNull();
    expect(value("Your share of the talking")).toBe("67 %");
    expect(turnTakingFigures(emptyAnalysis.turnTaking).every((figure) => figure.value === null)).toBe(true);
  });
});

it("names who judged", () => {
  expect(provenanceText(analysis)).toBe("Judged by fixed rules, version 1. No language model judged.");
  const provenance = { evaluator: "model", evaluatorVersion: "2", prompt: "evaluator", promptVersion: "3", model: "local-70b" };
  expect(provenanceText({ ...analysis, provenance })).toBe(
    "Judged by local-70b with the prompt “evaluator”, version 3 (evaluator “model”, version 2).",
  );
});

it("knows an empty comparison with the job description", () => {
  expect([hasJdMatch(analysis.jdMatch), hasJdMatch(emptyAnalysis.jdMatch)]).toEqual([true, false]);
});
