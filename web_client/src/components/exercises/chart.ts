// The arithmetic of small charts: which cells are drawn, and on what scale.
import type { Exhibit } from "../../api/room.gen";

export interface Series {
  name: string;
  /** One for each row; null where the exhibit has no figure. */
  values: (number | null)[];
}

export interface ChartData {
  labels: string[];
  series: Series[];
}

type Table = Pick<Exhibit, "columns" | "rows">;

/** The columns of figures by row label; null where there is nothing to draw. */
export function chartData({ columns, rows }: Table): ChartData | null {
  const labels = rows.map((row) => String(row[0] ?? ""));
  const series: Series[] = [];
  columns.slice(1).forEach((name, index) => {
    const cells = rows.map((row) => row[index + 1] ?? null);
    if (cells.some((cell) => typeof cell === "string") || cells.every((cell) => cell === null)) return;
    series.push({ name, values: cells.map((cell) => (typeof cell === "number" ? cell : null)) });
  });
  return series.length === 0 ? null : { labels, series };
}

export interface Scale {
  low: number;
  high: number;
  ticks: number[];
}

/** Round ticks that hold all values. Bars start at zero, lines where their values are. */
export function scaleOf(values: readonly number[], fromZero: boolean): Scale {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const flat = least === most;
  const low = fromZero || flat ? Math.min(0, least) : least;
  const high = fromZero || flat ? Math.max(0, most) : most;
  const step = roundStep((high - low || 1) / 4);
  const first = Math.floor(low / step);
  const last = Math.max(Math.ceil(high / step), first + 1);
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => tidy((first + index) * step));
  return { low: tidy(first * step), high: tidy(last * step), ticks };
}

/** 1, 2, 2.5 or 5 times a power of ten, not below `rough`. */
function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const times = [1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough * 0.999) ?? 10;
  return times * power;
}

const tidy = (value: number): number => Number(value.toPrecision(12));

/** 0 at the low end, 1 at the high end. */
export const place = (value: number, { low, high }: Scale): number => (value - low) / (high - low);

export function cellText(cell: string | number | null): string {
  if (cell === null) return "–";
  return typeof cell === "number" ? cell.toLocaleString("en", { maximumFractionDigits: 4 }) : cell;
}
