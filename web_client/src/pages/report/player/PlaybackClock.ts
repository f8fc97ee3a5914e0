/** The audio element as a small store: time at every frame while it plays, and the few commands that the page gives. */

export type RecordingState = "loading" | "ready" | "missing";

export interface Playback {
  time: number;
  duration: number;
  playing: boolean;
  rate: number;
  state: RecordingState;
}

const START: Playback = { time: 0, duration: 0, playing: false, rate: 1, state: "loading" };

export class PlaybackClock {
  private audio: HTMLAudioElement | null = null;
  private now: Playback = START;
  private readonly listeners = new Set<() => void>();
  private frame = 0;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly get = (): Playback => this.now;

  /** Follows `audio` until the returned function is called. */
  attach(audio: HTMLAudioElement): () => void {
    this.audio = audio;
    const read = (): void => this.read();
    const run = (): void => {
      cancelAnimationFrame(this.frame);
      this.read();
      if (!audio.paused) this.frame = requestAnimationFrame(run);
    };
    const ready = (): void => this.set({ state: "ready", duration: finite(audio.duration) });
    const missing = (): void => this.set({ state: "missing", playing: false });
    const events: [string, () => void][] = [
      ["timeupdate", read],
      ["seeking", read],
      ["ratechange", read],
      ["durationchange", read],
      ["play", run],
      ["playing", run],
      ["pause", read],
      ["ended", read],
      ["loadedmetadata", ready],
      ["error", missing],
    ];
    for (const [name, handler] of events) audio.addEventListener(name, handler);
    if (audio.readyState >= 1) ready();
    return () => {
      for (const [name, handler] of events) audio.removeEventListener(name, handler);
      cancelAnimationFrame(this.frame);
      audio.pause();
      this.audio = null;
    };
  }

  playFrom(seconds: number): void {
    this.seek(seconds);
    this.play();
  }

  toggle(): void {
    if (this.now.playing) this.audio?.pause();
    else this.play();
  }

  seek(seconds: number): void {
    if (!this.audio) return;
    this.audio.currentTime = Math.max(0, seconds);
    this.set({ time: Math.max(0, seconds) });
  }

  setRate(rate: number): void {
    if (this.audio) this.audio.playbackRate = rate;
    this.set({ rate });
  }

  private play(): void {
    // A refusal (no permission yet, or the file is gone) arrives as a pause or an error event.
    this.audio?.play().catch(() => this.read());
  }

  private read(): void {
    const audio = this.audio;
    if (!audio) return;
    this.set({
      time: audio.currentTime,
      playing: !audio.paused && !audio.ended,
      duration: finite(audio.duration),
      rate: audio.playbackRate,
    });
  }

  private set(change: Partial<Playback>): void {
    const next = { ...this.now, ...change };
    const same = (Object.keys(next) as (keyof Playback)[]).every((key) => next[key] === this.now[key]);
    if (same) return;
    this.now = next;
    for (const listener of this.listeners) listener();
  }
}

/** A file that was cut off reports an infinite length until it has been read to its end. */
const finite = (duration: number): number => (Number.isFinite(duration) ? duration : 0);
