// What the page and the socket's worker say to each other.
import type { ClientMessage, ServerMessage } from "../messages";
import type { Connection, TokenGrant } from "./transport";

export type ToWorker =
  | { kind: "connect"; url: string; microphone: boolean }
  | { kind: "token"; grant: TokenGrant }
  | { kind: "send"; message: ClientMessage }
  | { kind: "voice_port"; port: MessagePort }
  | { kind: "mic_port"; port: MessagePort }
  | { kind: "microphone"; state: "on" | "muted" | "lost" | "off" }
  /** Replaces what the microphone gives by silence, so that the server's clock of the stream goes on. */
  | { kind: "silence"; on: boolean }
  | { kind: "latency"; seconds: number }
  | { kind: "retry_now" }
  | { kind: "close" };

export interface WorkerStats {
  framesSent: number;
  framesDropped: number;
  roundTripMs: number | null;
  /** Loudness of the last microphone frame, 0 to 1. */
  micRms: number;
  ducked: boolean;
}

export interface FlushRecord {
  utterance: number;
  position_s: number;
  /** From the server's word to the audio thread's answer; the 5 ms fade follows. */
  tookMs: number;
  /** Wall clock, ms. */
  atMs: number;
}

export type FromWorker =
  | { kind: "message"; message: ServerMessage }
  | { kind: "connection"; connection: Connection }
  | { kind: "token_needed" }
  | { kind: "stats"; stats: WorkerStats }
  | { kind: "flushed"; record: FlushRecord };
