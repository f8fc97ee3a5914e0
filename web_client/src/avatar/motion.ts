// How the head, the eyes and the brows move: blinks, saccades, breathing, nods, emphasis. No canvas, no clock of its own.
import type { InterviewerState } from "../api/room.gen";

export interface Pose {
  /** Degrees. */
  tilt: number;
  /** Head to the side and up or down, in units of a few pixels of parallax. */
  turn: number;
  pitch: number;
  /** Where the eyes look, -1 to 1. */
  gazeX: number;
  gazeY: number;
  brow: number;
  furrow: number;
  smile: number;
  /** 0 open, 1 closed. */
  blink: number;
  breath: number;
  sway: number;
}

type Posture = Pick<Pose, "tilt" | "turn" | "pitch" | "gazeX" | "gazeY" | "brow" | "furrow" | "smile">;
const POSTURE_KEYS = ["tilt", "turn", "pitch", "gazeX", "gazeY", "brow", "furrow", "smile"] as const;

const STILL: Posture = { tilt: 0, turn: 0, pitch: 0, gazeX: 0, gazeY: 0, brow: 0.05, furrow: 0, smile: 0.5 };

export const POSTURES: Readonly<Record<InterviewerState, Posture>> = {
  idle: STILL,
  listening: { ...STILL, tilt: 2.2, turn: 0.6, pitch: 0.5, brow: 0.18, smile: 0.6 },
  thinking: {
    ...STILL,
    tilt: -1.6,
    turn: -1.4,
    pitch: -0.7,
    gazeX: -0.7,
    gazeY: -0.62,
    brow: 0.22,
    furrow: 0.3,
    smile: 0.2,
  },
  speaking: { ...STILL, brow: 0.08, smile: 0.42 },
};

const POSTURE_S = 0.2; // time constant of a change of posture
const BLINK_S = 0.2;
const NOD_S = 0.95;
const EMPHASIS_S = 0.26;

export interface MotionInput {
  state: InterviewerState;
  /** Seconds of the utterance that sounds, or null. */
  heardS: number | null;
  stressS: readonly number[];
  reduced: boolean;
}

export class Motion {
  private readonly posture: Posture = { ...STILL };
  private t = 0;
  private seed: number;
  private nodAt = -10;
  private blinkAt = 1.6;
  private saccadeAt = 0;
  private eyeX = 0;
  private eyeY = 0;
  private eyeTargetX = 0;
  private eyeTargetY = 0;

  constructor(seed = 1_234_567) {
    this.seed = seed;
  }

  /** A silent "go on". While one nod runs another is not begun. */
  nod(): void {
    if (this.t - this.nodAt > NOD_S) this.nodAt = this.t;
  }

  step(dt: number, { state, heardS, stressS, reduced }: MotionInput): Pose {
    this.t += dt;
    this.settle(POSTURES[state], reduced ? 1 : 1 - Math.exp(-dt / POSTURE_S));
    if (!reduced) this.saccade(dt, state);
    const alive = reduced ? 0 : 1;
    const t = this.t;
    const calm = state === "speaking" ? 1 : 0.5;
    const emphasis = reduced ? 0 : emphasisAt(stressS, heardS);
    const sway = alive * (0.6 * Math.sin(t * 0.53) + 0.4 * Math.sin(t * 0.91 + 1));
    const posture = this.posture;
    return {
      tilt: posture.tilt + sway * 0.8 * calm,
      turn: posture.turn + sway * 1.5 * calm + this.eyeX * 1.1,
      pitch: posture.pitch + alive * (this.nodNow() + 0.5 * calm * Math.sin(t * 0.71 + 2)) + 0.85 * emphasis,
      gazeX: clamp(posture.gazeX + this.eyeX),
      gazeY: clamp(posture.gazeY + this.eyeY),
      brow: posture.brow + 0.38 * emphasis,
      furrow: posture.furrow,
      smile: posture.smile,
      blink: this.blinkNow(),
      breath: alive * Math.sin(t * 1.45),
      sway,
    };
  }

  private settle(target: Posture, share: number): void {
    for (const key of POSTURE_KEYS) this.posture[key] += (target[key] - this.posture[key]) * share;
  }

  private saccade(dt: number, state: InterviewerState): void {
    if (this.t > this.saccadeAt) {
      // Who listens looks at the speaker; who speaks or thinks looks away more often.
      const away = this.random() < (state === "listening" ? 0.07 : 0.18);
      this.eyeTargetX = (this.random() - 0.5) * (away ? 0.55 : 0.12);
      this.eyeTargetY = (this.random() - 0.5) * (away ? 0.3 : 0.09);
      this.saccadeAt = this.t + 0.5 + this.random() * (away ? 0.9 : 2.3);
    }
    const share = 1 - Math.exp(-dt / 0.03);
    this.eyeX += (this.eyeTargetX - this.eyeX) * share;
    this.eyeY += (this.eyeTargetY - this.eyeY) * share;
  }

  private blinkNow(): number {
    if (this.t > this.blinkAt + BLINK_S) {
      this.blinkAt = this.t + (this.random() < 0.12 ? 0.25 : 2.2 + this.random() * 3.4);
    }
    const phase = (this.t - this.blinkAt) / BLINK_S;
    if (phase <= 0 || phase >= 1) return 0;
    return phase < 0.38 ? phase / 0.38 : 1 - (phase - 0.38) / 0.62;
  }

  private nodNow(): number {
    const phase = (this.t - this.nodAt) / NOD_S;
    return phase > 0 && phase < 1 ? 3.1 * Math.sin(phase * Math.PI * 2.2) * Math.sin(phase * Math.PI) : 0;
  }

  private random(): number {
    this.seed = (Math.imul(this.seed, 1_664_525) + 1_013_904_223) >>> 0;
    return this.seed / 4_294_967_296;
  }
}

/** A stressed syllable lifts the brows and dips the head a little; 0 to 1. */
export function emphasisAt(stressS: readonly number[], heardS: number | null): number {
  if (heardS === null) return 0;
  let sum = 0;
  for (const stress of stressS) {
    const phase = (heardS - stress) / EMPHASIS_S;
    if (phase > -0.4 && phase < 1) sum += Math.sin(((phase + 0.4) / 1.4) * Math.PI);
  }
  return Math.min(1, sum);
}

const clamp = (value: number): number => Math.max(-1, Math.min(1, value));
