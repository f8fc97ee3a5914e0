/** Figures of progress in words. */
import type { ActiveDay, DimensionTrend, HeatCell, Streak } from "../../api/progress";
import { count } from "../../lib/format";

/** A half-range of the 0-5 scale on the scale of 0 to 100; nothing where there was one judgement. */
export const spreadPoints = (spread: number | null): string =>
  spread === null || spread === 0 ? "" : ` ± ${Math.round(spread * 20)}`;

/** From the first to the last; a step that lies within both spreads is not called a change. */
export function changeWords(points: DimensionTrend["points"]): string {
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) return "";
  const now = `${last.score}${spreadPoints(last.spread)} now`;
  if (points.length === 1) return `${now}.`;
  const by = last.score - first.score;
  const doubt = ((first.spread ?? 0) + (last.spread ?? 0)) * 20;
  if (Math.abs(by) <= doubt || by === 0) return `${now}, about as at first (${first.score}).`;
  return `${now}, ${Math.abs(by)} ${by > 0 ? "above" : "below"} the first (${first.score}).`;
}

/** The shade of a cell: four steps, each of which is also a number in it. */
export const shadeOf = ({ score }: Pick<HeatCell, "score">): 0 | 1 | 2 | 3 | 4 =>
  score === null ? 0 : score < 40 ? 1 : score < 60 ? 2 : score < 75 ? 3 : 4;

const two = (n: number): string => String(n).padStart(2, "0");
/** The server counts days in UTC. */
export const dayKey = (date: Date): string => `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;

/** The last weeks as rows of seven days from Monday; a day that has not come is null. */
export function weeksOf(days: readonly ActiveDay[], weeks: number, now: Date = new Date()): { on: string; done: number; minutes: number }[][] {
  const found = new Map(days.map((day) => [day.on, day]));
  const today = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  const weekday = (now.getUTCDay() + 6) % 7; // Monday is 0
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_day, day) => today + ((week - weeks + 1) * 7 + day - weekday) * 86_400_000)
      .filter((at) => at <= today)
      .map((at) => {
        const on = dayKey(new Date(at));
        const day = found.get(on);
        return { on, done: day?.done ?? 0, minutes: day?.minutes ?? 0 };
      }),
  );
}

/** Facts, and no blame for a day without. */
export function streakWords({ days, today, active }: Streak): string {
  const recent = active.length === 0 ? "" : ` ${count(active.length, "day")} of the last 14 had something done.`;
  if (days === 0) return active.length === 0 ? "Nothing in the last 14 days. Any drill counts, the shortest too." : recent.trim();
  return `${count(days, "day")} in a row${today ? "" : " up to yesterday"}.${recent}`;
}
