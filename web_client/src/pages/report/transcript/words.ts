/** A turn's text as words, each with its second where the recogniser gave one for every word. */
import type { Turn, Word } from "../../../api/types";

export interface Token {
  text: string;
  word: Word | null;
}

/** Below this the recogniser is guessing; such words are shown as uncertain and are never evidence. */
export const UNSURE = 0.5;

export function tokens(turn: Turn): Token[] {
  const texts = turn.text.split(/\s+/).filter((text) => text !== "");
  const timed = turn.words.length === texts.length;
  return texts.map((text, i) => ({ text, word: timed ? (turn.words[i] ?? null) : null }));
}

/** Index of the word being said at `time`, the last one said in a pause between words; -1 outside the turn. */
export function wordAt(turn: Turn, time: number): number {
  const { words } = turn;
  const last = words.at(-1);
  if (!last || time < (words[0]?.start_s ?? 0) || time >= last.end_s) return -1;
  let low = 0;
  let high = words.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((words[middle]?.start_s ?? Infinity) <= time) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The turn under way at `time`; -1 before the first. */
export function turnAt(turns: readonly Turn[], time: number): number {
  return turns.findLast((turn) => turn.start_s <= time + 0.001)?.index ?? -1;
}
