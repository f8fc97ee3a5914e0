/** Whole minutes that add up to the rounded whole; a part is never nothing. 0.8, 5.6, 3.6 → 1, 6, 3. */
export function minutesOf(parts: readonly number[]): number[] {
  const whole = Math.round(parts.reduce((sum, part) => sum + part, 0));
  const rounded = parts.map((part) => Math.max(1, Math.floor(part)));
  let left = whole - rounded.reduce((sum, part) => sum + part, 0);
  const byRest = parts.map((part, index) => ({ index, rest: part - Math.max(1, Math.floor(part)) })).sort((a, b) => b.rest - a.rest);
  for (const { index } of byRest) {
    if (left <= 0) break;
    rounded[index] = (rounded[index] ?? 0) + 1;
    left -= 1;
  }
  return rounded;
}
