import { describe, expect, it } from "vitest";
import { Backchannel } from "./backchannel";

/** Speech and pauses in turn, as [loudness, ms]; returns when nods fell, in ms. */
function nods(...parts: [number, number][]): number[] {
  const ear = new Backchannel();
  const found: number[] = [];
  let now = 0;
  for (const [rms, ms] of parts) {
    for (let i = 0; i < ms; i += 50) {
      now += 50;
      if (ear.hear(rms, now)) found.push(now);
    }
  }
  return found;
}

describe("Backchannel", () => {
  it("nods in the pause after a sentence", () => {
    expect(nods([0.1, 3_000], [0, 600])).toEqual([3_350]);
  });

  it("does not nod at a word, at silence, or in the gap between two words", () => {
    expect(nods([0.1, 600], [0, 2_000])).toEqual([]);
    expect(nods([0, 20_000])).toEqual([]);
    expect(nods([0.1, 3_000], [0, 200], [0.1, 3_000])).toEqual([]);
  });

  it("leaves time between two nods", () => {
    const found = nods([0.1, 2_500], [0, 500], [0.1, 2_000], [0, 500], [0.1, 2_500], [0, 500]);
    expect(found.length).toBe(2);
    expect((found[1] ?? 0) - (found[0] ?? 0)).toBeGreaterThanOrEqual(4_500);
  });
});
