import { describe, expect, it } from "vitest";
import { BargeInGuard } from "./bargeIn";

function feed(guard: BargeInGuard, rms: number, ms: number, playing = true): boolean[] {
  return Array.from({ length: ms / 20 }, () => {
    guard.frame(rms, playing);
    return guard.ducked;
  });
}

describe("BargeInGuard", () => {
  it("ducks after 120 ms of clear speech over the voice, not before", () => {
    const guard = new BargeInGuard();
    feed(guard, 0.003, 2_000, false);
    feed(guard, 0.004, 500);
    expect(feed(guard, 0.1, 200).indexOf(true)).toBe(5);
  });

  it("never ducks while nobody speaks but the candidate", () => {
    const guard = new BargeInGuard();
    expect(feed(guard, 0.2, 2_000, false)).not.toContain(true);
  });

  it("lets a click or a cough pass", () => {
    const guard = new BargeInGuard();
    expect(feed(guard, 0.3, 80)).not.toContain(true);
    expect(feed(guard, 0.002, 400)).not.toContain(true);
  });

  it("learns the echo that the canceller leaves and asks for more than that", () => {
    const guard = new BargeInGuard();
    feed(guard, 0.015, 3_000);
    expect(guard.threshold()).toBeGreaterThan(0.03);
    expect(feed(guard, 0.03, 400)).not.toContain(true);
    expect(feed(guard, 0.09, 400)).toContain(true);
  });

  it("lets go after half a second of quiet", () => {
    const guard = new BargeInGuard();
    feed(guard, 0.1, 200);
    const after = feed(guard, 0.002, 700);
    expect(after[20]).toBe(true);
    expect(after.at(-1)).toBe(false);
  });

  it("takes lasting noise for noise: it ducks once for this utterance and again only for the next", () => {
    const guard = new BargeInGuard();
    const noisy = feed(guard, 0.1, 6_000);
    expect(noisy.at(-1)).toBe(false);
    feed(guard, 0.002, 200, false);
    expect(feed(guard, 0.1, 200)).toContain(true);
  });
});
