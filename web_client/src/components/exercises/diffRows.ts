// Two versions of a file as rows: what stayed, what went, what came.
import { structuredPatch } from "diff";

export interface DiffRow {
  kind: "same" | "added" | "removed";
  /** Counted from 1; null where the row is not in that version. */
  oldLine: number | null;
  newLine: number | null;
  text: string;
}

const lineCount = (text: string): number => text.split("\n").length;

/** All lines of both, in order. */
export function diffRows(before: string, after: string): DiffRow[] {
  const context = Math.max(lineCount(before), lineCount(after));
  const { hunks } = structuredPatch("", "", before, after, "", "", { context });
  if (hunks.length === 0) return lines(after).map((text, index) => same(text, index + 1, index + 1));
  const rows: DiffRow[] = [];
  let [oldLine, newLine] = [1, 1];
  for (const line of hunks.flatMap((hunk) => hunk.lines)) {
    const text = line.slice(1);
    if (line.startsWith("+")) rows.push({ kind: "added", oldLine: null, newLine: newLine++, text });
    else if (line.startsWith("-")) rows.push({ kind: "removed", oldLine: oldLine++, newLine: null, text });
    else if (line.startsWith(" ")) rows.push(same(text, oldLine++, newLine++));
  }
  return rows;
}

/** Rows that changed, with so many around them; the numbers say how many were left out in between. */
export function nearChanges(rows: readonly DiffRow[], around: number): (DiffRow | number)[] {
  const shown = rows.map((_, index) =>
    rows.slice(Math.max(0, index - around), index + around + 1).some(({ kind }) => kind !== "same"),
  );
  const result: (DiffRow | number)[] = [];
  rows.forEach((row, index) => {
    if (shown[index]) result.push(row);
    else if (typeof result.at(-1) === "number") result[result.length - 1] = Number(result.at(-1)) + 1;
    else result.push(1);
  });
  return result;
}

const same = (text: string, oldLine: number, newLine: number): DiffRow => ({ kind: "same", oldLine, newLine, text });

const lines = (text: string): string[] => (text === "" ? [] : text.replace(/\n$/, "").split("\n"));
