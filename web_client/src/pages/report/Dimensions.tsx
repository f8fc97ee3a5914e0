import type { Analysis, DimensionScore } from "../../api/types";
import { Ruler } from "../../components/Ruler";
import { count } from "../../lib/format";
import styles from "./Dimensions.module.css";
import { levelText, missingNote } from "./figures";
import { usePlayer } from "./player/context";
import { Quote } from "./Quote";
import { Section } from "./Section";

export function Dimensions({ analysis }: { analysis: Analysis }) {
  const { audible } = usePlayer();
  const { dimensionScores, droppedClaims } = analysis;
  const scored = dimensionScores.filter((dimension) => dimension.score !== null);
  const silent = dimensionScores.filter((dimension) => dimension.score === null);
  const proved = dimensionScores.some((dimension) => dimension.evidence.length > 0);
  const intro = `Each quote is yours, word for word. Click one to ${audible ? "hear it" : "see where you said it"}.`;
  return (
    <Section id="dimensions" title="What was judged, and on what" {...(proved ? { intro } : {})}>
      {scored.map((dimension) => (
        <Dimension key={dimension.key} dimension={dimension} />
      ))}
      {silent.length > 0 && <Silent dimensions={silent} />}
      {(proved || droppedClaims > 0) && <p className={styles.dropped}>{droppedText(droppedClaims)}</p>}
    </Section>
  );
}

function droppedText(dropped: number): string {
  if (dropped === 0) return "Every claim of the evaluator could be proved with a quote.";
  return `${count(dropped, "claim")} of the evaluator ${dropped === 1 ? "was" : "were"} dropped: no such words were found in what you said.`;
}

/** Dimensions without proof: no score, and what would give one. What was quoted all the same is still shown. */
function Silent({ dimensions }: { dimensions: readonly DimensionScore[] }) {
  return (
    <section className={styles.dimension} aria-labelledby="silent">
      <h3 id="silent">Not enough evidence</h3>
      <p className={styles.note}>No score, which is not a zero.</p>
      <dl className={styles.silent}>
        {dimensions.map((dimension) => (
          <div key={dimension.key} data-keep-together>
            <dt>{dimension.name}</dt>
            <dd>
              {missingNote(dimension)}
              {dimension.evidence.map((item) => (
                <Quote key={`${item.turnIndex}-${item.wordStart}`} evidence={item} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Dimension({ dimension }: { dimension: DimensionScore }) {
  const { name, score, anchor, anchorText, spread, confidence, evidence, fixes } = dimension;
  return (
    <article className={styles.dimension} aria-label={name}>
      <header className={styles.head} data-keep-together>
        <h3>{name}</h3>
        <span className={styles.score}>
          {score}
          <span> of 100</span>
        </span>
      </header>
      {anchor !== null && (
        <div className={styles.level}>
          <Ruler value={anchor} spread={spread} max={5} label={levelText(dimension)} />
          <p className={styles.anchor}>
            <b>{levelText(dimension)}</b>
            {confidence !== null && <span> {confidence} confidence</span>}
          </p>
          {anchorText !== null && <p className={styles.anchorText}>{anchorText}</p>}
        </div>
      )}
      {dimension.note !== null && <p className={styles.note}>{dimension.note}</p>}
      {evidence.length > 0 && (
        <div className={styles.quotes}>
          {evidence.map((item) => (
            <Quote key={`${item.turnIndex}-${item.wordStart}`} evidence={item} />
          ))}
        </div>
      )}
      {fixes.length > 0 && (
        <div className={styles.fixes} data-keep-together>
          {fixes.map((fix) => (
            <p key={fix.title}>
              <b>{fix.title}.</b> {fix.how}
            </p>
          ))}
        </div>
      )}
    </article>
  );
}
