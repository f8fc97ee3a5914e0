import type { DimensionTrend } from "../../api/progress";
import { count, moment } from "../../lib/format";
import styles from "./Progress.module.css";
import { changeWords, spreadPoints } from "./figures";

const WIDTH = 320;
const HEIGHT = 120;
const PAD = 8;

/** One dimension on 0 to 100, the oldest interview to the left. The words under it say the same without the picture. */
export function TrendChart({ trend: { name, points } }: { trend: DimensionTrend }) {
  const last = points.length - 1;
  const x = (i: number): number => (last <= 0 ? WIDTH / 2 : PAD + (i * (WIDTH - 2 * PAD)) / last);
  const y = (score: number): number => PAD + (1 - Math.max(0, Math.min(100, score)) / 100) * (HEIGHT - 2 * PAD);
  const words = points.map((point) => `${point.score}${spreadPoints(point.spread)} (${moment(point.at)})`).join(", ");
  return (
    <li className={styles.trend}>
      <h3>{name}</h3>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={styles.chart} role="img" aria-label={`${name}: ${words}`}>
        {[0, 50, 100].map((score) => (
          <line key={score} x1={0} x2={WIDTH} y1={y(score)} y2={y(score)} className={styles.grid} />
        ))}
        {points.map((point, i) =>
          point.spread === null || point.spread === 0 ? null : (
            <line
              key={point.session_id}
              x1={x(i)}
              x2={x(i)}
              y1={y(point.score - point.spread * 20)}
              y2={y(point.score + point.spread * 20)}
              className={styles.spread}
            />
          ),
        )}
        {last > 0 && <polyline className={styles.line} points={points.map((point, i) => `${x(i)},${y(point.score)}`).join(" ")} />}
        {points.map((point, i) => (
          <circle key={point.session_id} cx={x(i)} cy={y(point.score)} r={i === last ? 4 : 3} className={styles.point} data-last={i === last || undefined} />
        ))}
      </svg>
      <p className={styles.meta}>
        {changeWords(points)} {count(points.length, "interview")}.
      </p>
    </li>
  );
}
