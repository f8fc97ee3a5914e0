import { describe, expect, it } from "vitest";
import type { MouthCue, Viseme } from "../api/room.gen";
import { blendAt, closureAt, MouthFollower } from "./mouth";
import { SHAPES } from "./shapes";

function timeline(...cues: [Viseme, number][]): MouthCue[] {
  let at = 0;
  return cues.map(([viseme, duration_s]) => {
    const cue = { start_s: at, duration_s, viseme, weight: 1 };
    at += duration_s;
    return cue;
  });
}

/** "pa ma ba", quickly: the closures are shorter than a frame at 12 frames a second. */
const BABBLE = timeline(
  ["sil", 0.2],
  ["PP", 0.05],
  ["aa", 0.14],
  ["PP", 0.06],
  ["aa", 0.13],
  ["PP", 0.045],
  ["aa", 0.12],
  ["nn", 0.06],
  ["E", 0.1],
  ["PP", 0.05],
  ["O", 0.15],
  ["sil", 0.3],
);
const CLOSURES = BABBLE.filter(({ viseme }) => viseme === "PP").map((cue) => cue.start_s + cue.duration_s / 2);

/** Frames of a renderer at `fps` whose first frame falls at `phase` of a slot. */
function frames(fps: number, phase: number): { t: number; open: number; press: number }[] {
  const follower = new MouthFollower();
  const drawn = [];
  for (let t = phase / fps; t < 1.5; t += 1 / fps) {
    const { open, press } = follower.follow(blendAt(BABBLE, t), closureAt(BABBLE, t, 1 / fps), 1 / fps);
    drawn.push({ t, open, press });
  }
  return drawn;
}

describe("the mouth", () => {
  it.each([60, 30, 20])(
    "closes on every p, b and m within 60 ms at %i frames a second, wherever the frames fall",
    (fps) => {
      for (let phase = 0; phase < 1; phase += 0.1) {
        const drawn = frames(fps, phase);
        for (const closure of CLOSURES) {
          const closed = drawn.some(
            ({ t, open, press }) => Math.abs(t - closure) <= 0.06 && open < 0.08 && press > 0.6,
          );
          expect(closed, `closure at ${closure} s, phase ${phase}`).toBe(true);
        }
      }
    },
  );

  it("closes on most of them at 12 frames a second, when a frame is longer than the sound", () => {
    const hits = Array.from({ length: 10 }, (_, i) =>
      CLOSURES.map((closure) => frames(12, i / 10).some(({ t, open }) => Math.abs(t - closure) <= 0.06 && open < 0.1)),
    ).flat();
    expect(hits.filter(Boolean).length / hits.length).toBeGreaterThanOrEqual(0.8);
  });

  it("opens in the vowel between two closures", () => {
    const widest = Math.max(
      ...frames(30, 0)
        .filter(({ t }) => t > 0.26 && t < 0.4)
        .map(({ open }) => open),
    );
    expect(widest).toBeGreaterThan(0.5);
  });

  it("leads the sound: the jaw falls before the vowel begins", () => {
    const cues = timeline(["sil", 0.5], ["aa", 0.3], ["sil", 0.3]);
    expect(blendAt(cues, 0.46).open).toBeGreaterThan(0.2);
    expect(blendAt(cues, 0.3).open).toBeLessThan(0.05);
  });

  it("opens less for a weak vowel", () => {
    const strong = blendAt([{ start_s: 0, duration_s: 0.3, viseme: "aa", weight: 1 }], 0.15).open;
    const weak = blendAt([{ start_s: 0, duration_s: 0.3, viseme: "aa", weight: 0.3 }], 0.15).open;
    expect(weak).toBeLessThan(strong * 0.65);
  });

  it("rests closed without cues and far from them", () => {
    expect(blendAt([], 1).open).toBe(0);
    expect(blendAt(BABBLE, 9).open).toBeLessThan(0.01);
  });

  it("has a shape for all fifteen visemes, and only silence and p are closed", () => {
    expect(Object.keys(SHAPES)).toHaveLength(15);
    const closed = Object.entries(SHAPES).filter(([, shape]) => shape.open === 0);
    expect(closed.map(([name]) => name).sort()).toEqual(["PP", "sil"]);
  });
});
