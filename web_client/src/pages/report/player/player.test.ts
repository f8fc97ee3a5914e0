import { describe, expect, it } from "vitest";
import { transcript } from "../../../../tests/fixtures";
import { peaksOf, peaksOfTurns } from "./peaks";
import { nextQuestion, previousQuestion } from "./stations";

describe("peaks", () => {
  it("are the largest magnitudes, scaled to the loudest", () => {
    expect(peaksOf(Float32Array.from([0, 0.1, -0.4, 0.2, 0, 0, 0.2, 0.1]), 4)).toEqual(
      [0.25, 1, 0, 0.5].map((n) => expect.closeTo(n, 5) as number),
    );
  });
  it("of silence are flat, not noise blown up", () => expect(peaksOf(new Float32Array(100), 4)).toEqual([0, 0, 0, 0]));
  it("of turns show who spoke when, without what was typed", () => {
    const duration = transcript.turns.at(-1)?.end_s ?? 0;
    const [you, them] = peaksOfTurns(transcript.turns, duration, 1000);
    const at = (index: number): number => {
      const turn = transcript.turns[index];
      return Math.floor((((turn?.start_s ?? 0) + (turn?.end_s ?? 0)) / 2 / duration) * 1000);
    };
    expect([you[at(1)], them[at(1)], you[at(2)], them[at(2)], you[at(11)]]).toEqual([0.5, 0, 0, 0.5, 0]);
  });
});

describe("stations", () => {
  const starts = [1, 20, 40];
  it("go forward to the next question", () => expect([0, 1, 20.5, 40].map((t) => nextQuestion(starts, t))).toEqual([1, 20, 40, null]));
  it("go back to this question, and soon after its start to the one before", () => {
    expect([30, 21, 40.5, 1.5].map((t) => previousQuestion(starts, t))).toEqual([20, 1, 20, 0]);
  });
});
