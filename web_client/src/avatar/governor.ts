// Chooses the frame rate: audio comes first, so a machine that cannot keep up draws less often.

const STEPS = [60, 30, 20, 12] as const;
const QUIET_FPS = 30; // nobody speaks: nothing moves fast
const CALM_FPS = 12;
const LATE = 1.6; // a frame that took this many times its slot
const BAD_FRAMES = 12;
const GOOD_FRAMES = 600;

export class FrameGovernor {
  /** A face that only listens beside another one: it must not cost what a speaking one does. */
  calm = false;
  private step = 0;
  private bad = 0;
  private good = 0;

  /** Frames a second to aim at. */
  wanted(speaking: boolean): number {
    const limit = STEPS[this.step] ?? 12;
    if (this.calm) return CALM_FPS;
    return speaking ? limit : Math.min(limit, QUIET_FPS);
  }

  /** True where a frame is due; `sinceMs` has passed since the last one. */
  due(sinceMs: number, speaking: boolean): boolean {
    const slot = 1000 / this.wanted(speaking);
    if (sinceMs < slot - 4) return false;
    if (sinceMs > slot * LATE) this.late();
    else this.inTime();
    return true;
  }

  private late(): void {
    this.good = 0;
    this.bad++;
    if (this.bad <= BAD_FRAMES || this.step >= STEPS.length - 1) return;
    this.step++;
    this.bad = 0;
  }

  private inTime(): void {
    this.bad = Math.max(0, this.bad - 0.5);
    this.good++;
    if (this.good <= GOOD_FRAMES || this.step === 0) return;
    this.step--;
    this.good = 0;
  }
}
