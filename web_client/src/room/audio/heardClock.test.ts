import { describe, expect, it } from "vitest";
import { HeardClock } from "./heardClock";
import type { PlaybackReport } from "./playbackQueue";

const report = (over: Partial<PlaybackReport>): PlaybackReport => ({
  utterance: 3,
  event: "position",
  position_s: 1,
  at: 10,
  running: true,
  underruns: 0,
  ...over,
});

describe("HeardClock", () => {
  it("moves with the context's time and stays behind by the device's latency", () => {
    let now = 10;
    const clock = new HeardClock(
      () => now,
      () => 0.05,
    );
    clock.take(report({}));
    now = 10.2;
    expect(clock.heard()).toEqual({ utterance: 3, position_s: expect.closeTo(1.15, 6) as number });
  });

  it("stands still while the voice is held or dry", () => {
    let now = 10;
    const clock = new HeardClock(
      () => now,
      () => 0,
    );
    clock.take(report({ running: false }));
    now = 12;
    expect(clock.heard()?.position_s).toBe(1);
  });

  it("is heard to its very end, and is then silent", () => {
    let now = 10;
    const clock = new HeardClock(
      () => now,
      () => 0.1,
    );
    clock.take(report({ event: "ended", running: false, position_s: 2 }));
    now = 10.05;
    expect(clock.heard()?.position_s).toBeCloseTo(1.95, 6);
    now = 10.11;
    expect(clock.heard()).toBeNull();
  });

  it("falls silent at a flush, but not at the flush of another utterance", () => {
    const clock = new HeardClock(
      () => 10,
      () => 0,
    );
    clock.take(report({}));
    clock.take(report({ event: "flushed", utterance: 2 }));
    expect(clock.heard()).not.toBeNull();
    clock.take(report({ event: "flushed" }));
    expect(clock.heard()).toBeNull();
  });

  it("does not believe a driver that reports seconds of latency", () => {
    const clock = new HeardClock(
      () => 10,
      () => 9,
    );
    expect(clock.outputLatency()).toBe(0.5);
  });
});
