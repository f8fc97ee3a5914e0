import styles from "./Ruler.module.css";

interface Props {
  /** Null: no marker is drawn, only the empty scale. */
  value: number | null;
  max: number;
  /** Half-range around the value; null where it was judged once. */
  spread?: number | null;
  /** Lesser marks on the same scale, e.g. the dimensions under the overall score. */
  marks?: readonly { value: number; label: string }[];
  label: string;
}

/** A measuring scale with its uncertainty: ticks, a band for the spread, a pin for the value. */
export function Ruler({ value, max, spread = null, marks = [], label }: Props) {
  const at = (v: number): string => `${Math.max(0, Math.min(100, (v / max) * 100))}%`;
  const ticks = Array.from({ length: (max > 10 ? 10 : max) + 1 }, (_, i) => (i * max) / (max > 10 ? 10 : max));
  return (
    <div className={styles.ruler} role="img" aria-label={label}>
      <div className={styles.line} />
      {ticks.map((tick) => (
        <i key={tick} className={styles.tick} style={{ left: at(tick) }} data-edge={tick === 0 || tick === max || undefined} />
      ))}
      {value !== null && spread !== null && spread > 0 && (
        <div className={styles.band} style={{ left: at(value - spread), right: `calc(100% - ${at(value + spread)})` }} />
      )}
      {marks.map((mark) => (
        <i key={mark.label} className={styles.mark} style={{ left: at(mark.value) }} title={`${mark.label}: ${mark.value}`} />
      ))}
      {value !== null && <i className={styles.pin} style={{ left: at(value) }} />}
      {[0, max].map((end) => (
        <span key={end} className={styles.end} style={{ left: at(end) }} data-last={end === max || undefined}>
          {end}
        </span>
      ))}
    </div>
  );
}
