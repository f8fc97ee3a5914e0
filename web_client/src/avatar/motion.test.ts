import { describe, expect, it } from "vitest";
import type { InterviewerState } from "../api/room.gen";
import { FrameGovernor } from "./governor";
import { emphasisAt, Motion, type Pose } from "./motion";

function live(seconds: number, state: InterviewerState, reduced = false, motion = new Motion()): Pose[] {
  return Array.from({ length: seconds * 30 }, () => motion.step(1 / 30, { state, heardS: null, stressS: [], reduced }));
}

const spread = (values: number[]) => Math.max(...values) - Math.min(...values);

describe("Motion", () => {
  it("blinks some ten to thirty times a minute, never for long", () => {
    const blinks = live(60, "listening").map(({ blink }) => blink > 0.5);
    const count = blinks.filter((shut, i) => shut && !blinks[i - 1]).length;
    expect(count).toBeGreaterThanOrEqual(10);
    expect(count).toBeLessThanOrEqual(32);
    expect(blinks.filter(Boolean).length / blinks.length).toBeLessThan(0.06);
  });

  it("looks away while thinking and at you while listening", () => {
    expect(live(2, "thinking").at(-1)?.gazeY).toBeLessThan(-0.4);
    expect(Math.abs(live(2, "listening").at(-1)?.gazeX ?? 1)).toBeLessThan(0.3);
  });

  it("nods down and up once when asked to", () => {
    const motion = new Motion();
    live(2, "listening", false, motion);
    const before = live(1, "listening", false, motion).map(({ pitch }) => pitch);
    motion.nod();
    const nodding = live(1, "listening", false, motion).map(({ pitch }) => pitch);
    expect(spread(nodding)).toBeGreaterThan(spread(before) + 1.5);
  });

  it("keeps still under reduced motion, but still blinks and changes posture", () => {
    const poses = live(20, "listening", true);
    for (const key of ["tilt", "turn", "pitch", "breath", "sway"] as const)
      expect(spread(poses.map((pose) => pose[key]))).toBe(0);
    expect(poses.some(({ blink }) => blink > 0.5)).toBe(true);
    expect(live(0.1, "thinking", true).at(-1)?.gazeY).toBeLessThan(-0.5);
  });

  it("lifts the brows at a stressed syllable only", () => {
    expect(emphasisAt([1], 1.05)).toBeGreaterThan(0.6);
    expect(emphasisAt([1], 2)).toBe(0);
    expect(emphasisAt([1], null)).toBe(0);
  });
});

describe("FrameGovernor", () => {
  it("draws at 60 while speaking and at 30 while nobody speaks", () => {
    const governor = new FrameGovernor();
    expect(governor.wanted(true)).toBe(60);
    expect(governor.wanted(false)).toBe(30);
    expect(governor.due(5, true)).toBe(false);
    expect(governor.due(16.7, true)).toBe(true);
  });

  it("steps down on a machine that cannot keep up and back when it can again", () => {
    const governor = new FrameGovernor();
    for (let i = 0; i < 40; i++) governor.due(45, true);
    expect(governor.wanted(true)).toBe(30);
    for (let i = 0; i < 200; i++) governor.due(200, true);
    expect(governor.wanted(true)).toBe(12);
    for (let i = 0; i < 3 * 700; i++) governor.due(1000 / governor.wanted(true), true);
    expect(governor.wanted(true)).toBe(60);
  });
});
