// What the audio threads, the socket's worker and the page say to each other over message ports.
import type { HoldMode, PlaybackReport } from "./playbackQueue";

/** Page to either audio thread, once: the port that leads to the socket's worker. */
export interface AttachPort {
  kind: "attach";
  port: MessagePort;
}

/** Capture thread to worker. `frame` is a whole wire frame. */
export interface CapturedFrame {
  kind: "mic";
  frame: ArrayBuffer;
  rms: number;
  capturedMs: number;
}

/** Worker to playback thread. */
export type PlaybackCommand =
  | { kind: "start"; utterance: number; rate: number }
  | { kind: "pcm"; utterance: number; offset_s: number; samples: Int16Array }
  | { kind: "end"; utterance: number; duration_s: number }
  | { kind: "reset" }
  | { kind: "flush"; utterance: number }
  | { kind: "hold"; utterance: number; mode: HoldMode }
  | { kind: "duck"; on: boolean };

/** Playback thread to worker and page. */
export interface Played {
  kind: "played";
  report: PlaybackReport;
}
