/** Jumps from question to question. Within two seconds after a question begins, "previous" means the one before it. */
const GRACE_S = 2;

export const nextQuestion = (starts: readonly number[], time: number): number | null => starts.find((start) => start > time + 0.05) ?? null;

export const previousQuestion = (starts: readonly number[], time: number): number =>
  starts.findLast((start) => start < time - GRACE_S) ?? 0;
