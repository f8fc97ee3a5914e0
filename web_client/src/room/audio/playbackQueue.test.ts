import { beforeEach, describe, expect, it } from "vitest";
import { PlaybackQueue, type PlaybackReport } from "./playbackQueue";

const DEVICE = 48_000;
const RATE = 24_000;
const BLOCK = 128;

let reports: PlaybackReport[];
let queue: PlaybackQueue;
let played: number[];
let blocks: number;

beforeEach(() => {
  reports = [];
  played = [];
  blocks = 0;
  queue = new PlaybackQueue(DEVICE, (report) => reports.push(report));
});

function run(seconds: number): void {
  const out = new Float32Array(BLOCK);
  for (let i = 0; i < Math.round((seconds * DEVICE) / BLOCK); i++) {
    queue.process(out, (blocks++ * BLOCK) / DEVICE);
    played.push(...out);
  }
}

/** Constant level, in frames of 20 ms from `fromS` on. */
function feed(utterance: number, seconds: number, fromS = 0, level = 16_384): void {
  for (let k = 0; k < Math.round(seconds / 0.02); k++) {
    queue.pcm(utterance, fromS + k * 0.02, new Int16Array(480).fill(level));
  }
}

const events = (...kinds: string[]) => reports.filter(({ event }) => kinds.includes(event));
const loudness = (fromS: number, toS: number) => {
  const part = played.slice(fromS * DEVICE, toS * DEVICE);
  return Math.sqrt(part.reduce((sum, x) => sum + x * x, 0) / part.length);
};
const steepest = () => Math.max(...played.slice(1).map((x, i) => Math.abs(x - (played[i] ?? 0))));

describe("PlaybackQueue", () => {
  it("waits for 40 ms of voice before it starts, then plays all of it and says so", () => {
    queue.start(1, RATE);
    feed(1, 0.02);
    run(0.05);
    expect(events("started")).toHaveLength(0);
    feed(1, 0.48, 0.02);
    queue.end(1, 0.5);
    run(0.7);
    expect(events("started")).toHaveLength(1);
    expect(events("ended")[0]?.position_s).toBeCloseTo(0.5, 3);
    expect(queue.underruns).toBe(0);
    expect(played.filter((x) => Math.abs(x) > 0.4).length / DEVICE).toBeCloseTo(0.5, 1);
  });

  it("starts a sentence shorter than the pre-buffer once its end is known", () => {
    queue.start(1, RATE);
    feed(1, 0.02);
    queue.end(1, 0.02);
    run(0.1);
    expect(events("started", "ended")).toHaveLength(2);
  });

  it("is silent 5 ms after a flush, without a click, and reports where it stopped", () => {
    queue.start(1, RATE);
    feed(1, 2);
    run(0.5);
    const before = played.length / DEVICE;
    played = played.slice(-BLOCK);
    queue.flush(1);
    run(0.1);
    expect(loudness(BLOCK / DEVICE + 0.0055, 0.1)).toBe(0);
    expect(steepest()).toBeLessThan(0.01);
    const [flushed] = events("flushed");
    expect(flushed?.position_s).toBeCloseTo(before, 2);
    expect(flushed?.running).toBe(false);
  });

  it("drops frames of a flushed utterance that were still on their way", () => {
    queue.start(1, RATE);
    feed(1, 0.5);
    run(0.2);
    queue.flush(1);
    feed(1, 1, 0.5);
    run(0.01);
    played = [];
    run(0.5);
    expect(loudness(0, 0.5)).toBe(0);
  });

  it("answers a flush of what it does not know", () => {
    queue.flush(7);
    expect(events("flushed")).toEqual([expect.objectContaining({ utterance: 7, position_s: 0 })]);
  });

  it("plays utterances in the order of their numbers", () => {
    queue.start(1, RATE);
    feed(1, 0.3);
    queue.end(1, 0.3);
    queue.start(2, RATE);
    feed(2, 0.3, 0, 8_000);
    queue.end(2, 0.3);
    run(1);
    expect(events("started", "ended").map(({ utterance, event }) => `${utterance} ${event}`)).toEqual([
      "1 started",
      "1 ended",
      "2 started",
      "2 ended",
    ]);
  });

  it("counts running dry once, goes on when the voice comes back, and never clicks", () => {
    queue.start(1, RATE);
    feed(1, 0.2);
    run(0.5);
    expect(queue.underruns).toBe(1);
    expect(reports.at(-1)?.running).toBe(false);
    feed(1, 0.2, 0.2);
    queue.end(1, 0.4);
    run(0.4);
    expect(queue.underruns).toBe(1);
    expect(events("ended")[0]?.position_s).toBeCloseTo(0.4, 2);
    expect(steepest()).toBeLessThan(0.52);
  });

  it("skips what a resumed connection sends twice and fills a hole with silence", () => {
    queue.start(1, RATE);
    feed(1, 0.2);
    feed(1, 0.2, 0.1);
    queue.pcm(1, 0.4, new Int16Array(480).fill(16_384));
    queue.end(1, 0.42);
    run(1);
    expect(events("ended")[0]?.position_s).toBeCloseTo(0.42, 3);
  });

  it("plays all of a sentence whose end was announced before its last frames came", () => {
    queue.start(1, RATE);
    feed(1, 0.2);
    queue.end(1, 0.6);
    run(0.1);
    feed(1, 0.4, 0.2);
    run(0.8);
    expect(events("ended")[0]?.position_s).toBeCloseTo(0.6, 3);
    expect(queue.underruns).toBe(0);
  });

  it("forgets everything for a new connection, which counts from one again", () => {
    queue.start(1, RATE);
    feed(1, 1);
    queue.start(2, RATE);
    run(0.3);
    reports.length = 0;
    queue.reset();
    expect(reports).toEqual([expect.objectContaining({ utterance: 1, event: "dropped" })]);
    run(0.01);
    played = [];
    run(0.2);
    expect(loudness(0, 0.2)).toBe(0);
    queue.start(1, RATE);
    feed(1, 0.3);
    queue.end(1, 0.3);
    run(0.5);
    expect(events("ended")).toEqual([
      expect.objectContaining({ utterance: 1, position_s: expect.closeTo(0.3, 3) as number }),
    ]);
  });

  it("says that it is reset even where there was nothing to forget", () => {
    queue.reset();
    expect(reports.map(({ event }) => event)).toEqual(["dropped"]);
  });

  it("counts from the first offset it hears of a sentence resumed in its middle", () => {
    queue.start(4, RATE);
    feed(4, 0.2, 3);
    queue.end(4, 3.2);
    run(0.5);
    expect(events("started")[0]?.position_s).toBeCloseTo(3, 3);
    expect(events("ended")[0]?.position_s).toBeCloseTo(3.2, 3);
  });

  it("ducks, pauses and goes on where it was", () => {
    queue.start(1, RATE);
    feed(1, 3);
    run(0.3);
    queue.hold(1, "duck");
    run(0.3);
    expect(loudness(0.4, 0.6)).toBeCloseTo(0.5 * 0.22, 2);
    queue.hold(1, "pause");
    run(0.3);
    expect(loudness(0.65, 0.9)).toBe(0);
    const paused = reports.at(-1)?.position_s ?? 0;
    run(0.5);
    queue.hold(1, "resume");
    expect(reports.at(-1)?.position_s).toBeCloseTo(paused, 2);
    run(0.3);
    expect(loudness(1.55, 1.65)).toBeCloseTo(0.5, 2);
    expect(steepest()).toBeLessThan(0.52);
  });

  it("ducks on the client's own guess and lets the next utterance begin at full voice after a pause", () => {
    queue.start(1, RATE);
    feed(1, 1);
    run(0.2);
    queue.duckLocally(true);
    run(0.2);
    expect(loudness(0.3, 0.38)).toBeCloseTo(0.11, 2);
    queue.duckLocally(false);
    queue.hold(1, "pause");
    run(0.1);
    queue.flush(1);
    queue.start(2, RATE);
    feed(2, 0.5);
    run(0.4);
    expect(loudness(0.7, 0.85)).toBeCloseTo(0.5, 2);
  });

  it("cuts an utterance whose end never came when a newer one is announced", () => {
    queue.start(1, RATE);
    feed(1, 0.2);
    run(0.4);
    queue.start(2, RATE);
    feed(2, 0.2);
    queue.end(2, 0.2);
    run(0.4);
    expect(events("flushed")).toEqual([expect.objectContaining({ utterance: 1 })]);
    expect(events("ended")).toEqual([expect.objectContaining({ utterance: 2 })]);
  });

  it("reports the position about fifty times a second, with the moment it was true", () => {
    queue.start(1, RATE);
    feed(1, 1.2);
    run(1);
    const positions = events("position");
    expect(positions.length).toBeGreaterThan(40);
    const startedAt = events("started")[0]?.at ?? 0;
    for (const { at, position_s } of positions) expect(at - startedAt).toBeCloseTo(position_s, 3);
  });
});
