import { useElementSize } from "@mantine/hooks";
import { cellText, place, scaleOf, type ChartData, type Scale } from "./chart";
import classes from "./Exhibit.module.css";

const [HEIGHT, TOP, BOTTOM, RIGHT] = [250, 12, 34, 10];
const LETTER = 6.8; // width of a small figure
const FIRST_WIDTH = 520; // until the page has measured

interface Props {
  data: ChartData;
  kind: "bar" | "line";
  /** The same in words: the figures themselves are in the table beside. */
  label: string;
}

interface Frame {
  width: number;
  left: number;
  scale: Scale;
  y: (value: number) => number;
  /** The middle of a row's share of the width. */
  x: (row: number) => number;
  share: number;
}

/** A bar or line chart of an exhibit's figures. */
export function Chart({ data, kind, label }: Props) {
  const { ref, width: measured } = useElementSize();
  const frame = frameOf(data, kind, measured > 0 ? measured : FIRST_WIDTH);
  return (
    <div ref={ref}>
      <svg className={classes.chart} width={frame.width} height={HEIGHT} role="img" aria-label={label}>
        <Axes data={data} frame={frame} />
        {kind === "bar" ? <Bars data={data} frame={frame} /> : <Lines data={data} frame={frame} />}
      </svg>
      {data.series.length > 1 ? <Legend data={data} kind={kind} /> : null}
    </div>
  );
}

function frameOf({ labels, series }: ChartData, kind: "bar" | "line", width: number): Frame {
  const values = series.flatMap((one) => one.values).filter((value) => value !== null);
  const scale = scaleOf(values, kind === "bar");
  const left = 10 + LETTER * Math.max(...scale.ticks.map((tick) => cellText(tick).length));
  const share = (width - left - RIGHT) / labels.length;
  const y = (value: number) => HEIGHT - BOTTOM - place(value, scale) * (HEIGHT - TOP - BOTTOM);
  return { width, left, scale, y, x: (row) => left + share * (row + 0.5), share };
}

function Axes({ data: { labels }, frame: { width, left, scale, x, y, share } }: { data: ChartData; frame: Frame }) {
  const longest = Math.max(...labels.map((label) => label.length));
  const every = Math.max(1, Math.ceil((Math.min(longest, 16) * LETTER + 8) / share));
  return (
    <g aria-hidden>
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <line className={classes.grid} data-zero={tick === 0 || undefined} x1={left} x2={width - RIGHT} y1={y(tick)} y2={y(tick)} />
          <text x={left - 6} y={y(tick) + 4} textAnchor="end">
            {cellText(tick)}
          </text>
        </g>
      ))}
      {labels.map((label, row) =>
        row % every === 0 ? (
          <text key={row} x={x(row)} y={HEIGHT - BOTTOM + 20} textAnchor="middle">
            {label.length > 16 ? `${label.slice(0, 15)}…` : label}
          </text>
        ) : null,
      )}
    </g>
  );
}

function Bars({ data: { labels, series }, frame: { x, y, share, scale } }: { data: ChartData; frame: Frame }) {
  const wide = Math.min(44, (share * 0.76) / series.length);
  const ground = y(Math.max(0, scale.low));
  return series.map(({ name, values }, index) => (
    <g key={name} data-series={index}>
      {values.map((value, row) => {
        if (value === null) return null;
        const start = x(row) - (wide * series.length) / 2 + wide * index;
        const title = `${labels[row] ?? ""}, ${name}: ${cellText(value)}`;
        return (
          <rect key={row} className={classes.bar} x={start + 1} width={Math.max(1, wide - 2)} y={Math.min(ground, y(value))} height={Math.max(1, Math.abs(ground - y(value)))} rx={2}>
            <title>{title}</title>
          </rect>
        );
      })}
    </g>
  ));
}

function Lines({ data: { labels, series }, frame: { x, y } }: { data: ChartData; frame: Frame }) {
  return series.map(({ name, values }, index) => (
    <g key={name} data-series={index}>
      {stretches(values).map((stretch) => (
        <polyline key={stretch[0]?.row} className={classes.line} points={stretch.map(({ row, value }) => `${x(row)},${y(value)}`).join(" ")} />
      ))}
      {values.map((value, row) =>
        value === null ? null : (
          <circle key={row} className={classes.dot} cx={x(row)} cy={y(value)} r={3.5}>
            <title>{`${labels[row] ?? ""}, ${name}: ${cellText(value)}`}</title>
          </circle>
        ),
      )}
    </g>
  ));
}

/** Points that follow each other without a gap: a missing figure breaks the line. */
function stretches(values: readonly (number | null)[]): { row: number; value: number }[][] {
  const all: { row: number; value: number }[][] = [[]];
  values.forEach((value, row) => {
    if (value === null) all.push([]);
    else all.at(-1)?.push({ row, value });
  });
  return all.filter((stretch) => stretch.length > 1);
}

function Legend({ data, kind }: { data: ChartData; kind: "bar" | "line" }) {
  return (
    <ul className={classes.legend} aria-hidden>
      {data.series.map(({ name }, index) => (
        <li key={name} data-series={index}>
          <svg width={22} height={12}>
            {kind === "bar" ? (
              <rect className={classes.bar} x={3} y={1} width={14} height={10} rx={2} />
            ) : (
              <line className={classes.line} x1={0} x2={22} y1={6} y2={6} />
            )}
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
