// The worker's middle man between the server and the playback thread: commands down, what was heard up.
import type { PlaybackCommand } from "../audio/ports";
import type { PlaybackReport } from "../audio/playbackQueue";
import type { Playback, ServerMessage } from "../messages";
import type { VoiceFrame } from "./frames";
import { SilentVoice } from "./silentVoice";

const POSITION_EVERY_MS = 200;

export interface VoiceRelayPorts {
  send(message: Playback): void;
  now(): number;
}

export class VoiceRelay {
  /** Seconds between the audio thread and the loudspeaker. */
  latencyS = 0;
  playing = false;
  private player: ((command: PlaybackCommand, transfer: Transferable[]) => void) | null = null;
  private readonly silent: SilentVoice;
  private lastPositionMs = 0;
  private resetting = false;

  constructor(private readonly ports: VoiceRelayPorts) {
    this.silent = new SilentVoice(ports);
  }

  /** From here on there is a loudspeaker. */
  attach(player: (command: PlaybackCommand, transfer: Transferable[]) => void): void {
    this.player = player;
  }

  understand(message: ServerMessage): void {
    switch (message.type) {
      case "welcome":
        this.reset();
        break;
      case "utterance_start":
        this.start(message.utterance, message.sample_rate, message.lips === "none");
        break;
      case "utterance_end":
        this.silent.end(message.utterance, message.duration_s);
        this.command({ kind: "end", utterance: message.utterance, duration_s: message.duration_s });
        break;
      case "flush":
        if (this.silent.flush(message.utterance)) return;
        this.command({ kind: "flush", utterance: message.utterance });
        break;
      case "hold":
        this.command({ kind: "hold", utterance: message.utterance, mode: message.mode });
        break;
      default:
        return;
    }
  }

  frame({ utterance, offset_s, samples }: VoiceFrame): void {
    this.command({ kind: "pcm", utterance, offset_s, samples }, [samples.buffer]);
  }

  duck(on: boolean): void {
    this.command({ kind: "duck", on });
  }

  /** A report of the playback thread. */
  played(report: PlaybackReport): void {
    if (report.event === "dropped") this.resetting = false;
    // What the old connection's utterances did must not be told as news of the new one's.
    if (this.resetting) return;
    this.playing = report.running;
    const now = this.ports.now();
    const atLoudspeaker = Math.max(0, report.position_s - this.latencyS);
    switch (report.event) {
      case "position":
        if (now - this.lastPositionMs < POSITION_EVERY_MS) return;
        this.lastPositionMs = now;
        this.tell(report, atLoudspeaker);
        break;
      case "ended":
        // The device still holds the last moment of it.
        setTimeout(() => this.tell(report, report.position_s), this.latencyS * 1000);
        return;
      case "dropped":
        break;
      case "started":
      case "flushed":
        this.tell(report, atLoudspeaker);
        break;
    }
  }

  private reset(): void {
    this.silent.reset();
    this.playing = false;
    this.resetting = this.player !== null;
    this.command({ kind: "reset" });
  }

  private start(utterance: number, rate: number, mute: boolean): void {
    if (mute || !this.player) this.silent.start(utterance);
    else this.command({ kind: "start", utterance, rate });
  }

  private tell(report: PlaybackReport, position_s: number): void {
    if (report.event === "dropped") return;
    this.ports.send({ type: "playback", utterance: report.utterance, event: report.event, position_s });
  }

  private command(command: PlaybackCommand, transfer: Transferable[] = []): void {
    this.player?.(command, transfer);
  }
}
