// Unified diffs of the exercise's one file, each small enough for one message.
import { structuredPatch, type StructuredPatchHunk } from "diff";

const CONTEXT_LINES = 3;
const MOST_EDITS = 300; // a search for the shortest way grows with its square, and the page waits for it
export const MAX_CODE_CHARS = 40_000;
const MAX_DIFF_CHARS = 60_000;
const MAX_DIFF_BYTES = 60_000; // a message of the room may have 64,000, and the diff stands in JSON

/** A unified diff that turns `from` into `to`; empty where they are equal. */
export function makePatch(filename: string, from: string, to: string): string {
  if (from === to) return "";
  const options = { context: CONTEXT_LINES, maxEditLength: MOST_EDITS };
  const hunks = structuredPatch("a", "b", from, to, "", "", options)?.hunks ?? [wholeFile(from, to)];
  const lines = [`--- a/${filename}`, `+++ b/${filename}`];
  for (const { oldStart, oldLines, newStart, newLines, lines: body } of hunks) {
    lines.push(`@@ -${range(oldStart, oldLines)} +${range(newStart, newLines)} @@`, ...body);
  }
  return `${lines.join("\n")}\n`;
}

/** Everything out, everything in: where the shortest way would take too long to find. */
function wholeFile(from: string, to: string): StructuredPatchHunk {
  const marked = (text: string, sign: string) =>
    splitLines(text).flatMap((line) =>
      line.endsWith("\n") ? [sign + line.slice(0, -1)] : [sign + line, "\\ No newline at end of file"],
    );
  const [oldLines, newLines] = [splitLines(from).length, splitLines(to).length];
  return { oldStart: 1, oldLines, newStart: 1, newLines, lines: [...marked(from, "-"), ...marked(to, "+")] };
}

/** A range of no lines names the line before it. */
const range = (start: number, count: number): string => `${count === 0 ? start - 1 : start},${count}`;

/** As Python counts: code points. */
export function codeLength(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if ((text.charCodeAt(i) & 0xfc00) !== 0xdc00) count++;
  return count;
}

/** The farthest text towards `to` whose diff from `from` fits into one message; null where there is none. */
export function nextStep(filename: string, from: string, to: string): { text: string; diff: string } | null {
  let text = to;
  for (;;) {
    const diff = makePatch(filename, from, text);
    if (fits(diff)) return diff === "" ? null : { text, diff };
    const nearer = halfway(from, text);
    if (nearer === text || nearer === from) return null;
    text = nearer;
  }
}

function fits(diff: string): boolean {
  return diff.length <= MAX_DIFF_CHARS && new TextEncoder().encode(JSON.stringify(diff)).length <= MAX_DIFF_BYTES;
}

/** Between two texts: of the lines that differ, the first half as in `to` and the second as in `from`. */
function halfway(from: string, to: string): string {
  const [a, b] = [splitLines(from), splitLines(to)];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const [old, next] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  const [before, after] = [a.slice(0, head), a.slice(a.length - tail)];
  // One line for another: away with the old one first.
  if (old.length <= 1 && next.length <= 1) return [...before, ...(old.length === 0 ? next : []), ...after].join("");
  const middle = [...next.slice(0, Math.floor(next.length / 2)), ...old.slice(Math.ceil(old.length / 2))];
  return [...before, ...middle, ...after].join("");
}

const splitLines = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
