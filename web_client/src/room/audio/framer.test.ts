import { describe, expect, it } from "vitest";
import { Framer, type MicFrame } from "./framer";

describe("Framer", () => {
  it.each([44_100, 48_000, 16_000])("cuts a second of %i Hz into fifty frames of 320 samples", (rate) => {
    const frames: MicFrame[] = [];
    const framer = new Framer(rate, (frame) => frames.push(frame));
    for (let at = 0; at < rate * 2; at += 128) {
      framer.push([
        Float32Array.from({ length: 128 }, (_, i) => 0.5 * Math.sin((2 * Math.PI * 300 * (at + i)) / rate)),
      ]);
    }
    expect(frames.length).toBeGreaterThanOrEqual(99);
    expect(frames.length).toBeLessThanOrEqual(100);
    expect(frames[20]?.samples).toHaveLength(320);
    expect(frames[20]?.rms).toBeCloseTo(0.5 / Math.SQRT2, 2);
  });

  it("mixes two channels into one and clips what is too loud", () => {
    const frames: MicFrame[] = [];
    const framer = new Framer(16_000, (frame) => frames.push(frame));
    for (let i = 0; i < 10; i++) framer.push([new Float32Array(128).fill(3), new Float32Array(128).fill(0.4)]);
    expect(frames[1]?.samples[100]).toBe(32_767);
  });
});
