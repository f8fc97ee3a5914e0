// When the interviewer nods: a short pause after some speech, as people do, and not too often.

const SPEECH_RMS = 0.015;
const ENOUGH_SPEECH_MS = 1_800;
const PAUSE_FROM_MS = 320;
const PAUSE_TO_MS = 1_100;
const APART_MS = 4_500;

export class Backchannel {
  private speechMs = 0;
  private quietMs = 0;
  private lastNod = -APART_MS;
  private last: number | null = null;

  /** Takes the loudness at a moment; true where a nod fits. */
  hear(rms: number, nowMs: number): boolean {
    const passed = this.last === null ? 0 : Math.min(200, nowMs - this.last);
    this.last = nowMs;
    if (rms > SPEECH_RMS) {
      this.speechMs += passed;
      this.quietMs = 0;
      return false;
    }
    this.quietMs += passed;
    if (this.quietMs > PAUSE_TO_MS) this.speechMs = 0;
    const fits = this.speechMs >= ENOUGH_SPEECH_MS && this.quietMs >= PAUSE_FROM_MS && nowMs - this.lastNod >= APART_MS;
    if (!fits) return false;
    this.lastNod = nowMs;
    this.speechMs = 0;
    return true;
  }

  /** The candidate's turn is over. */
  reset(): void {
    this.speechMs = 0;
    this.quietMs = 0;
  }
}
