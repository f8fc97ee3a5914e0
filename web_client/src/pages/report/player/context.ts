/** What the parts of a report share: the recording's clock, and which words of the transcript are pointed at. */
import { createContext, useContext, useSyncExternalStore } from "react";
import type { Evidence } from "../../../api/types";
import type { Playback, PlaybackClock } from "./PlaybackClock";

/** Words [from, to) of a turn; the whole turn where they are null. */
export interface Spotlight {
  turn: number;
  from: number | null;
  to: number | null;
  /** It is being played; else it is only shown. */
  plays: boolean;
  /** Grows with each request, so that the same quote can be asked for twice. */
  serial: number;
}

export interface ReportPlayer {
  clock: PlaybackClock;
  /** False: not recorded, or the file is gone. Quotes then only open their place in the transcript. */
  audible: boolean;
  spotlight: Spotlight | null;
  showEvidence: (evidence: Evidence) => void;
  showTurn: (index: number) => void;
  /** Points at a turn and leaves the recording there, without playing it. */
  cueTurn: (index: number) => void;
  /** Whether this turn was spoken and can be played. */
  canHear: (index: number) => boolean;
  /** Brings back what led to the spotlight; null where nothing moved away from it. */
  goBack: (() => void) | null;
}

export const PlayerContext = createContext<ReportPlayer | null>(null);

export function usePlayer(): ReportPlayer {
  const player = useContext(PlayerContext);
  if (player === null) throw new Error("usePlayer outside a report");
  return player;
}

/** One figure of the playback; re-renders only when that figure changes. */
export function usePlayback<T extends string | number | boolean>(clock: PlaybackClock, select: (now: Playback) => T): T {
  return useSyncExternalStore(clock.subscribe, () => select(clock.get()));
}
