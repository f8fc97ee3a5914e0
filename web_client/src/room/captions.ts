// Captions that light up word by word, and what of a sentence was heard.
import type { SpokenWord } from "./messages";

const LIT_EARLY_S = 0.05; // a word lights up just before it sounds

export interface CaptionPiece {
  text: string;
  /** Second of the utterance from which it is lit; null until its time is known. */
  start_s: number | null;
}

/** All of the text in order: words whose time is known, then the rest. */
export function captionPieces(text: string, words: readonly SpokenWord[]): CaptionPiece[] {
  const timed = words.map((word) => ({ text: word.text, start_s: word.start_s }));
  const rest = restAfter(text, words);
  return rest === "" ? timed : [...timed, { text: rest, start_s: null }];
}

/** How many pieces are lit when `heardS` seconds have left the loudspeaker. */
export function litCount(pieces: readonly CaptionPiece[], heardS: number): number {
  let count = 0;
  for (const { start_s } of pieces) {
    if (start_s === null || start_s > heardS + LIT_EARLY_S) break;
    count++;
  }
  return count;
}

/** The part of an interrupted sentence that was heard, with a dash; empty where not a word was. */
export function heardText(text: string, words: readonly SpokenWord[], positionS: number): string {
  const heard = words.filter(({ start_s }) => start_s < positionS);
  if (heard.length === 0) return positionS > 0 && words.length === 0 ? text : "";
  if (heard.length === words.length && restAfter(text, words) === "") return text;
  return `${heard
    .map((word) => word.text)
    .join("")
    .replace(/[\s,;:–—-]+$/, "")} —`;
}

/** What follows the timed words. They may come sentence by sentence, and may differ from the text in spaces. */
function restAfter(text: string, words: readonly SpokenWord[]): string {
  const bare = words
    .map((word) => word.text)
    .join("")
    .replace(/\s+/g, "");
  if (bare === "") return text;
  let matched = 0;
  let at = 0;
  while (at < text.length && matched < bare.length) {
    const character = text.charAt(at);
    if (character.trim() !== "") {
      if (character !== bare.charAt(matched)) return "";
      matched++;
    }
    at++;
  }
  return matched === bare.length ? text.slice(at).trimStart() : "";
}
