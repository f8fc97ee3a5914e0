import type { Skill } from "../../api/types";
import { moment } from "../../lib/format";
import styles from "./Habits.module.css";

const WIDTH = 132;
const HEIGHT = 30;

/** The scores of the last interviews as points on 0 to 100, each with its error bar where several judges spoke. */
export function Trend({ skill }: { skill: Skill }) {
  const { trend, name } = skill;
  const last = trend.length - 1;
  const x = (i: number): number => (last === 0 ? WIDTH / 2 : 6 + (i * (WIDTH - 12)) / last);
  const y = (score: number): number => 3 + (1 - Math.max(0, Math.min(100, score)) / 100) * (HEIGHT - 6);
  const words = trend.map((point) => `${point.score} (${moment(point.at)})`).join(", ");
  return (
    <svg
      className={styles.trend}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`${name}: ${words}`}
    >
      <line x1={0} x2={WIDTH} y1={y(50)} y2={y(50)} className={styles.middle} />
      {last > 0 && <polyline points={trend.map((point, i) => `${x(i)},${y(point.score)}`).join(" ")} />}
      {trend.map((point, i) => (
        <g key={point.sessionId}>
          {point.spread !== null && point.spread > 0 && (
            <line
              x1={x(i)}
              x2={x(i)}
              y1={y(point.score - point.spread * 20)}
              y2={y(point.score + point.spread * 20)}
              className={styles.bar}
            />
          )}
          <circle cx={x(i)} cy={y(point.score)} r={i === last ? 3.4 : 2.4} data-last={i === last || undefined} />
        </g>
      ))}
    </svg>
  );
}
