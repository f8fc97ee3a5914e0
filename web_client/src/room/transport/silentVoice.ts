// Plays an utterance that has no sound (no voice, or no loudspeaker): the same reports, paced by the clock alone.
import type { VoiceRelayPorts } from "./voiceRelay";

interface Reading {
  utterance: number;
  startedMs: number;
  timer: ReturnType<typeof setTimeout> | undefined;
}

export class SilentVoice {
  private reading: Reading | null = null;

  constructor(private readonly ports: VoiceRelayPorts) {}

  start(utterance: number): void {
    if (this.reading?.utterance === utterance) return;
    clearTimeout(this.reading?.timer);
    this.reading = { utterance, startedMs: this.ports.now(), timer: undefined };
    this.tell("started", 0);
  }

  end(utterance: number, durationS: number): void {
    const reading = this.reading;
    if (reading?.utterance !== utterance) return;
    const left = durationS * 1000 - (this.ports.now() - reading.startedMs);
    clearTimeout(reading.timer);
    reading.timer = setTimeout(
      () => {
        this.tell("ended", durationS);
        this.reading = null;
      },
      Math.max(0, left),
    );
  }

  /** A new connection: forgets without a word. */
  reset(): void {
    clearTimeout(this.reading?.timer);
    this.reading = null;
  }

  /** True where this utterance was the one being read. */
  flush(utterance: number): boolean {
    const reading = this.reading;
    if (reading?.utterance !== utterance) return false;
    clearTimeout(reading.timer);
    this.tell("flushed", (this.ports.now() - reading.startedMs) / 1000);
    this.reading = null;
    return true;
  }

  private tell(event: "started" | "ended" | "flushed", position_s: number): void {
    const utterance = this.reading?.utterance;
    if (utterance !== undefined) this.ports.send({ type: "playback", utterance, event, position_s });
  }
}
