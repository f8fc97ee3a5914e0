import type { Analysis } from "../../api/types";
import { Ruler } from "../../components/Ruler";
import { madeBy } from "../../lib/provenance";
import { hireWords, readinessWords } from "../../lib/words";
import { uncertainty } from "./figures";
import styles from "./Overall.module.css";

export function Overall({ analysis }: { analysis: Analysis }) {
  const { overall, dimensionScores, sections } = analysis;
  const hire = overall.hireSignal === null ? null : hireWords[overall.hireSignal];
  const marks = dimensionScores.flatMap(({ name, score }) => (score === null ? [] : [{ label: name, value: score }]));
  return (
    <section className={styles.overall} aria-label="Overall">
      <div className={styles.figures}>
        {overall.score === null ? (
          <p className={styles.unscored}>Not enough evidence for a score</p>
        ) : (
          <p className={styles.score}>
            <span className={styles.number}>{overall.score}</span>
            <span className={styles.of}>of 100</span>
          </p>
        )}
        {(overall.readiness !== null || hire) && (
          <dl className={styles.verdicts}>
            {overall.readiness !== null && (
              <div>
                <dt>Readiness</dt>
                <dd>{readinessWords[overall.readiness]}</dd>
              </div>
            )}
            {hire && (
              <div>
                <dt>Hire signal</dt>
                <dd>
                  {hire.title}
                  <span>{hire.meaning}</span>
                </dd>
              </div>
            )}
          </dl>
        )}
      </div>
      {overall.score !== null && (
        <div className={styles.strip}>
          <Ruler value={overall.score} max={100} marks={marks} label={`${overall.score} of 100`} />
          {marks.length > 0 && <p className={styles.legend}>Each ring is one dimension, the bar the whole.</p>}
        </div>
      )}
      {overall.explanation !== "" && <p className={styles.explanation}>{overall.explanation}</p>}
      {(overall.score !== null || overall.explanation === "") && <p className={styles.uncertainty}>{uncertainty(dimensionScores)}</p>}
      {sections["overall"] && <p className={styles.uncertainty}>{madeBy(sections["overall"])}</p>}
    </section>
  );
}
