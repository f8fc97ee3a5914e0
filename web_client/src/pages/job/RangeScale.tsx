import styles from "./Job.module.css";

interface Props {
  score: number;
  low: number | null;
  high: number | null;
  label: string;
}

/** A scale of 0 to 100 with the range that the score may lie in; the range need not lie evenly around it. */
export function RangeScale({ score, low, high, label }: Props) {
  return (
    <svg className={styles.scale} viewBox="0 0 400 34" role="img" aria-label={label} preserveAspectRatio="none">
      <line x1={0} x2={400} y1={16} y2={16} className={styles.scaleLine} />
      {[0, 25, 50, 75, 100].map((tick) => (
        <line key={tick} x1={tick * 4} x2={tick * 4} y1={11} y2={21} className={styles.scaleLine} />
      ))}
      {low !== null && high !== null && <rect x={low * 4} width={Math.max(2, (high - low) * 4)} y={11} height={10} className={styles.band} />}
      <line x1={score * 4} x2={score * 4} y1={4} y2={28} className={styles.pin} />
    </svg>
  );
}
