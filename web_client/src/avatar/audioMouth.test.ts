import { describe, expect, it } from "vitest";
import { AudioMouth, bandsOf } from "./audioMouth";

const SILENCE = { base: 0, first: 0, second: 0, hiss: 0 };
const VOWEL = { base: 0.7, first: 0.75, second: 0.5, hiss: 0.2 };
const ROUNDED = { base: 0.8, first: 0.7, second: 0.2, hiss: 0.05 };
const HISS = { base: 0.05, first: 0.15, second: 0.4, hiss: 0.7 };

describe("AudioMouth", () => {
  it("is closed in silence and open in a vowel", () => {
    const mouth = new AudioMouth();
    expect(mouth.at(VOWEL).open).toBeGreaterThan(0.6);
    expect(mouth.at(SILENCE).open).toBe(0);
  });

  it("purses for a rounded vowel and shows the teeth for a hiss", () => {
    const mouth = new AudioMouth();
    expect(mouth.at(ROUNDED).round).toBeGreaterThan(mouth.at(VOWEL).round + 0.3);
    const hiss = mouth.at(HISS);
    expect(hiss.upperTeeth).toBe(1);
    expect(hiss.open).toBeLessThan(0.3);
    expect(hiss.open).toBeGreaterThan(0.1);
  });

  it("learns how loud the voice is", () => {
    const quiet = { base: 0.35, first: 0.35, second: 0.2, hiss: 0.1 };
    const fresh = new AudioMouth().at(quiet).open;
    const used = new AudioMouth();
    for (let i = 0; i < 30; i++) used.at({ base: 1, first: 1, second: 0.6, hiss: 0.2 });
    expect(used.at(quiet).open).toBeLessThan(fresh - 0.3);
  });

  it("reads the bands from where their frequencies are", () => {
    const bins = new Uint8Array(512);
    bins.fill(255, 8, 20); // 375 to 940 Hz at 48 kHz
    const bands = bandsOf(bins, 48_000);
    expect(bands.first).toBeGreaterThan(0.7);
    expect(bands.second + bands.hiss).toBeLessThan(0.05);
  });
});
