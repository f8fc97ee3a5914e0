interface Side {
  score: number | null;
  spread: number | null;
}

/** The step from the first to the second; one that lies within what the judges differed by is not called a change. */
export function differenceWords(a: Side | null, b: Side | null): string {
  if (a === null || b === null || a.score === null || b.score === null) return "";
  const by = b.score - a.score;
  const doubt = ((a.spread ?? 0) + (b.spread ?? 0)) * 20;
  if (by === 0) return "the same";
  const sign = by > 0 ? `+${by}` : `−${-by}`;
  return Math.abs(by) <= doubt ? `${sign}, within the spread` : sign;
}
