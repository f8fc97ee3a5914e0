// Remarks on the lines of a pull request, as values.
import type { Remark } from "../messages";

export const MAX_REMARKS = 60;
export const MAX_REMARK_CHARS = 1_000;

const sorted = (remarks: Remark[]): Remark[] => remarks.sort((a, b) => a.line - b.line);

/** With one more on that line; the same where it is empty or there are too many. */
export function addRemark(remarks: readonly Remark[], line: number, text: string): Remark[] {
  const tidy = text.trim().slice(0, MAX_REMARK_CHARS);
  if (tidy === "" || remarks.length >= MAX_REMARKS) return [...remarks];
  return sorted([...remarks, { line, text: tidy }]);
}

/** An empty text takes the remark away. */
export function changeRemark(remarks: readonly Remark[], index: number, text: string): Remark[] {
  const tidy = text.trim().slice(0, MAX_REMARK_CHARS);
  if (tidy === "") return dropRemark(remarks, index);
  return remarks.map((remark, at) => (at === index ? { ...remark, text: tidy } : remark));
}

export const dropRemark = (remarks: readonly Remark[], index: number): Remark[] =>
  remarks.filter((_, at) => at !== index);
