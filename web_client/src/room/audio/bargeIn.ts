// Guesses, frame by frame, whether the candidate speaks over the interviewer, so that the voice can duck at once.
// Only loudness is looked at; the server, which hears words, decides.

const FRAME_MS = 20;
const SPEECH_MS = 120; // clearly loud for this long, with gaps of a frame or two
const RELEASE_MS = 500; // quiet for this long: it was nothing, or the server has decided
const LONGEST_DUCK_MS = 2_500;
const FLOOR_RMS = 0.018; // below this nothing counts as speech
const OVER_NOISE = 4;
const OVER_ECHO = 2.2;

export class BargeInGuard {
  private noise = 0.004;
  private echo = 0.006; // what of our own voice comes back through the echo canceller
  private loudMs = 0;
  private quietMs = 0;
  private duckedMs = 0;
  private lockout = false;
  ducked = false;

  /** Takes the loudness of one 20 ms frame; returns true where `ducked` has changed. */
  frame(rms: number, voicePlays: boolean): boolean {
    if (!voicePlays) {
      this.learnNoise(rms);
      this.loudMs = 0;
      this.lockout = false;
      return this.set(false);
    }
    const loud = rms > this.threshold();
    if (!loud) this.learnEcho(rms);
    this.loudMs = loud ? Math.min(SPEECH_MS, this.loudMs + FRAME_MS) : Math.max(0, this.loudMs - FRAME_MS);
    this.quietMs = loud ? 0 : this.quietMs + FRAME_MS;
    return this.ducked ? this.maybeRelease() : this.maybeDuck();
  }

  threshold(): number {
    return Math.max(FLOOR_RMS, OVER_NOISE * this.noise, OVER_ECHO * this.echo);
  }

  private maybeDuck(): boolean {
    if (this.lockout || this.loudMs < SPEECH_MS) return false;
    this.duckedMs = 0;
    return this.set(true);
  }

  private maybeRelease(): boolean {
    this.duckedMs += FRAME_MS;
    const tooLong = this.duckedMs >= LONGEST_DUCK_MS;
    if (!tooLong && this.quietMs < RELEASE_MS) return false;
    // Loud for so long without a word from the server is noise: it may not duck this utterance again.
    this.lockout = tooLong;
    return this.set(false);
  }

  private learnNoise(rms: number): void {
    // The floor falls quickly and rises slowly, so that speech hardly moves it.
    this.noise += (rms - this.noise) * (rms < this.noise ? 0.2 : 0.002);
  }

  private learnEcho(rms: number): void {
    this.echo += (rms - this.echo) * (rms > this.echo ? 0.1 : 0.01);
  }

  private set(ducked: boolean): boolean {
    if (this.ducked === ducked) return false;
    this.ducked = ducked;
    this.loudMs = 0;
    this.quietMs = 0;
    return true;
  }
}
