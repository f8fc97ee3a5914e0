/** The server counts characters, JavaScript counts UTF-16 units: they differ after an emoji. */
import type { Span } from "../../api/types";

const BEYOND = /[\u{10000}-\u{10FFFF}]/u;

/** From the server's count to an index of `text`. */
export function inUnits(text: string): (span: Span) => Span {
  if (!BEYOND.test(text)) return (span) => span;
  const starts: number[] = [];
  let at = 0;
  for (const character of text) {
    starts.push(at);
    at += character.length;
  }
  const unit = (n: number): number => starts[n] ?? at;
  return ({ start, end }) => ({ start: unit(start), end: unit(end) });
}

/** From an index of `text` to the server's count. */
export function inCharacters(text: string): (span: Span) => Span {
  if (!BEYOND.test(text)) return (span) => span;
  const character = (n: number): number => Array.from(text.slice(0, n)).length;
  return ({ start, end }) => ({ start: character(start), end: character(end) });
}
