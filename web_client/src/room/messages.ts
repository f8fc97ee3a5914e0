// The room's messages: the generated types, the wire's constants, and a door for what comes in.
import type { ServerMessage } from "../api/room.gen";

export type * from "../api/room.gen";

export const PROTOCOL = 1;
export const MIC_RATE = 16_000;
export const VOICE_RATE = 24_000;
export const MAX_ANSWER_CHARS = 8_000;

const SERVER_TYPES: ReadonlySet<string> = new Set<ServerMessage["type"]>([
  "welcome",
  "phase",
  "clock",
  "state",
  "utterance_start",
  "cues",
  "utterance_end",
  "flush",
  "hold",
  "heard",
  "answer_stored",
  "exercise_opened",
  "exercise_stage",
  "patch_applied",
  "patch_refused",
  "run_queued",
  "run_finished",
  "run_refused",
  "hint_given",
  "reveal",
  "artifact_saved",
  "exercise_closed",
  "notice",
  "error",
  "ended",
  "pong",
]);

/** A text message of the server, or null where it is none of ours: an unknown message must not end an interview. */
export function parseServerMessage(text: string): ServerMessage | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== "object" || value === null || !("type" in value)) return null;
  return typeof value.type === "string" && SERVER_TYPES.has(value.type) ? (value as ServerMessage) : null;
}
