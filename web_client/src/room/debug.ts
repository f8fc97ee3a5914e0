// `window.__room`: what the browser tests read. It only looks; nothing in the product uses it.
import type { LipFrame } from "../avatar/lipLog";
import type { RoomClient } from "./client";
import type { Exercises } from "./exercises/state";
import type { InterviewerState } from "./messages";
import type { Connection } from "./transport/transport";
import type { FlushRecord } from "./transport/workerMessages";
import type { KnownUtterance } from "./utterances";

export interface RoomDebug {
  readonly state: InterviewerState;
  readonly connection: Connection["state"];
  readonly latestUtterance: number | null;
  readonly utterances: readonly KnownUtterance[];
  heardPosition(): { utterance: number; position_s: number } | null;
  readonly flushes: readonly FlushRecord[];
  readonly underruns: number;
  readonly framesSent: number;
  readonly framesDropped: number;
  readonly roundTripMs: number | null;
  readonly ducked: boolean;
  readonly lips: readonly LipFrame[];
  readonly exercises: Exercises;
}

declare global {
  interface Window {
    __room?: RoomDebug;
  }
}

/** Shows the client under `window.__room`; returns what takes it away. */
export function exposeRoom(client: RoomClient): () => void {
  const view: RoomDebug = {
    get state() {
      return client.room.get().interviewer;
    },
    get connection() {
      return client.room.get().connection.state;
    },
    get latestUtterance() {
      return client.utterances.known.at(-1)?.utterance ?? null;
    },
    get utterances() {
      return client.utterances.known;
    },
    heardPosition: () => client.voice.heard(),
    get flushes() {
      return client.flushes;
    },
    get underruns() {
      return client.underruns;
    },
    get framesSent() {
      return client.stats.framesSent;
    },
    get framesDropped() {
      return client.stats.framesDropped;
    },
    get roundTripMs() {
      return client.stats.roundTripMs;
    },
    get ducked() {
      return client.stats.ducked;
    },
    get lips() {
      return client.lipLog.frames;
    },
    get exercises() {
      return client.desk.exercises.get();
    },
  };
  window.__room = view;
  return () => {
    if (window.__room === view) delete window.__room;
  };
}
