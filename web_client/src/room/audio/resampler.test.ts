import { describe, expect, it } from "vitest";
import { Resampler } from "./resampler";

function sine(rate: number, hz: number, seconds: number): Float32Array {
  return Float32Array.from({ length: rate * seconds }, (_, i) => 0.5 * Math.sin((2 * Math.PI * hz * i) / rate));
}

function resample(input: Float32Array, from: number, to: number): Float32Array {
  const resampler = new Resampler(from, to);
  const out = new Float32Array(Math.ceil((input.length * to) / from) + 64);
  let count = 0;
  for (let at = 0; at < input.length; at += 128) {
    resampler.push(input.subarray(at, at + 128));
    count += resampler.pull(out, out.length - count, count);
  }
  resampler.drain();
  count += resampler.pull(out, out.length - count, count);
  return out.subarray(0, count);
}

function snrDb(actual: Float32Array, expected: Float32Array): number {
  let signal = 0;
  let noise = 0;
  for (let i = 400; i < Math.min(actual.length, expected.length) - 400; i++) {
    const want = expected[i] ?? 0;
    signal += want * want;
    noise += ((actual[i] ?? 0) - want) ** 2;
  }
  return 10 * Math.log10(signal / noise);
}

describe("Resampler", () => {
  it.each([
    [48_000, 16_000, 1_000],
    [44_100, 16_000, 3_000],
    [44_100, 16_000, 6_500],
    [24_000, 48_000, 4_000],
    [24_000, 44_100, 9_000],
    [16_000, 16_000, 2_000],
  ])("%i -> %i Hz keeps a tone of %i Hz, aligned to the sample, above 60 dB", (from, to, hz) => {
    expect(snrDb(resample(sine(from, hz, 1), from, to), sine(to, hz, 1))).toBeGreaterThan(60);
  });

  it.each([9_500, 12_000, 20_000])("lets nothing of %i Hz fold into 16 kHz speech", (hz) => {
    const out = resample(sine(48_000, hz, 1), 48_000, 16_000);
    const inner = out.subarray(400, out.length - 400);
    const rms = Math.sqrt(inner.reduce((sum, x) => sum + x * x, 0) / inner.length);
    expect(20 * Math.log10(rms / (0.5 / Math.SQRT2))).toBeLessThan(-60);
  });

  it("gives exactly as many samples as time has passed", () => {
    expect(resample(sine(48_000, 440, 2), 48_000, 16_000)).toHaveLength(32_000);
    expect(Math.abs(resample(sine(24_000, 440, 1), 24_000, 44_100).length - 44_100)).toBeLessThanOrEqual(1);
  });

  it("grows for a whole sentence pushed at once", () => {
    const whole = new Resampler(24_000, 48_000);
    whole.pushPcm(Int16Array.from({ length: 24_000 * 8 }, (_, i) => i % 100));
    const out = new Float32Array(48_000 * 8);
    expect(whole.pull(out, out.length)).toBeGreaterThan(48_000 * 8 - 100);
  });
});
