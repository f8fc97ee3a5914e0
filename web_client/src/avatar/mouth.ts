// The mouth at a moment of an utterance: neighbouring shapes blend by dominance, but lips close where they must.
import type { MouthCue } from "../api/room.gen";
import { DOMINANCE, MOUTH_KEYS, restingMouth, SHAPES, type MouthShape } from "./shapes";

const LEAD_S = 0.055; // the blend runs ahead: with the smoothing after it the lips lead the sound by about 30 ms
const REACH_S = 0.22; // further away a cue has no say
const RISE_PER_S = 34;
const FALL_PER_S = 26;
const SMOOTHING_S = 0.028;
const CLOSURE_LEAD_S = 0.008;
const SHORTEST_CLOSURE_S = 0.06;
const CLOSURE_EDGE_S = 0.035;

/** The first cue that may matter at `t`: cues are in order and do not overlap. */
function firstNear(cues: readonly MouthCue[], t: number): number {
  let low = 0;
  let high = cues.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const cue = cues[middle];
    if (cue && cue.start_s + cue.duration_s < t - REACH_S) low = middle + 1;
    else high = middle;
  }
  return low;
}

function near(cues: readonly MouthCue[], t: number): MouthCue[] {
  const found: MouthCue[] = [];
  for (let i = firstNear(cues, t); i < cues.length; i++) {
    const cue = cues[i];
    if (!cue || cue.start_s >= t + REACH_S) break;
    found.push(cue);
  }
  return found;
}

function strength(cue: MouthCue, t: number): number {
  const before = cue.start_s - t;
  const after = t - cue.start_s - cue.duration_s;
  const falloff = before > 0 ? Math.exp(-before * RISE_PER_S) : after > 0 ? Math.exp(-after * FALL_PER_S) : 1;
  return DOMINANCE[cue.viseme] * falloff * Math.min(1, 0.35 + cue.duration_s / 0.09);
}

/** Blend of all shapes around second `t`; a weak vowel opens the mouth less. */
export function blendAt(cues: readonly MouthCue[], t: number): MouthShape {
  const mouth = restingMouth();
  let total = 1e-6;
  for (const cue of near(cues, t + LEAD_S)) {
    const weight = strength(cue, t + LEAD_S);
    const fixed = cue.viseme === "sil" || cue.viseme === "PP" || cue.viseme === "FF";
    const amount = fixed ? 1 : 0.35 + 0.65 * cue.weight;
    for (const key of MOUTH_KEYS) mouth[key] += weight * SHAPES[cue.viseme][key] * amount;
    total += weight;
  }
  for (const key of MOUTH_KEYS) mouth[key] /= total;
  return mouth;
}

/**
 * How firmly a p, b or m keeps the lips shut at second `t`, 0 to 1. A closure lasts at least 60 ms and one frame
 * (`frameS`), so that no frame rate can skip it.
 */
export function closureAt(cues: readonly MouthCue[], t: number, frameS: number): number {
  let closure = 0;
  for (const cue of near(cues, t)) {
    if (cue.viseme !== "PP") continue;
    const half = Math.max(cue.duration_s, SHORTEST_CLOSURE_S, frameS * 1.1) / 2;
    const distance = Math.abs(t + CLOSURE_LEAD_S - cue.start_s - cue.duration_s / 2) - half;
    const edge = Math.max(0, Math.min(1, distance / CLOSURE_EDGE_S));
    closure = Math.max(closure, 0.5 + 0.5 * Math.cos(Math.PI * edge));
  }
  return closure;
}

/** Shuts the lips of a mouth; 1 is fully. */
export function shut(mouth: MouthShape, closure: number): MouthShape {
  if (closure <= 0) return mouth;
  const left = 1 - closure;
  return {
    ...mouth,
    open: mouth.open * left,
    round: mouth.round * (1 - 0.6 * closure),
    press: Math.max(mouth.press, closure),
    tuck: mouth.tuck * left,
    upperTeeth: mouth.upperTeeth * left,
    lowerTeeth: mouth.lowerTeeth * left,
    tongue: mouth.tongue * left,
    jaw: mouth.jaw * (1 - 0.7 * closure),
  };
}

/** Follows the targets frame by frame; closures are never smoothed away. */
export class MouthFollower {
  private readonly current = restingMouth();

  /** The mouth to draw, `dt` seconds after the frame before. */
  follow(target: MouthShape, closure: number, dt: number): MouthShape {
    const share = 1 - Math.exp(-dt / SMOOTHING_S);
    for (const key of MOUTH_KEYS) this.current[key] += (target[key] - this.current[key]) * share;
    return shut(this.current, closure);
  }

  jump(target: MouthShape): MouthShape {
    Object.assign(this.current, target);
    return { ...this.current };
  }
}
