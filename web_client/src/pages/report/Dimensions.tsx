import type { Analysis, DimensionScore, Provenance } from "../../api/types";
import { Ruler } from "../../components/Ruler";
import { madeBy } from "../../lib/provenance";
import styles from "./Dimensions.module.css";
import { confidenceWords, judges, level, levelText, missingNote } from "./figures";
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
    <Section id="dimensions" title="What was judged, and on what" by={analysis.provenance} {...(proved ? { intro } : {})}>
      {scored.map((dimension) => (
        <Dimension key={dimension.key} dimension={dimension} by={analysis.sections[`dimensionScores.${dimension.key}`]} />
      ))}
      {silent.length > 0 && <Silent dimensions={silent} />}
      {(proved || droppedClaims > 0) && <Dropped dropped={droppedClaims} />}
    </Section>
  );
}

/** How many claims the proof turned away: a figure of the evaluator's care, not of the candidate's. */
function Dropped({ dropped }: { dropped: number }) {
  return (
    <div className={styles.dropped} data-keep-together>
      <span className={styles.droppedFigure}>{dropped}</span>
      <p>
        <b>{dropped === 1 ? "claim dropped" : "claims dropped"}</b>{" "}
        {dropped === 0
          ? "Every claim of the evaluator could be proved with your own words."
          : `The evaluator made ${dropped === 1 ? "a claim whose quote stands" : "claims whose quotes stand"} nowhere in what you said, or was heard too unclearly. You don’t see ${dropped === 1 ? "it, and it counts" : "them, and they count"} for nothing.`}
      </p>
    </div>
  );
}

/** Dimensions without proof: no score, and what would give one. What was quoted all the same is still shown. */
function Silent({ dimensions }: { dimensions: readonly DimensionScore[] }) {
  return (
    <section className={styles.dimension} aria-labelledby="silent">
      <h3 id="silent">Not enough evidence</h3>
      <p className={styles.note}>No score, which is not a zero: these did not come up enough to be judged fairly.</p>
      <dl className={styles.silent}>
        {dimensions.map((dimension) => (
          <div key={dimension.key} data-keep-together>
            <dt>{dimension.name}</dt>
            <dd>
              {missingNote(dimension)}
              {dimension.samples.length > 1 && <span className={styles.judges}>{judges(dimension)?.text}</span>}
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

interface DimensionProps {
  dimension: DimensionScore;
  /** Where somebody else judged this one than the rest, as with delivery: that is measured, whoever judges the words. */
  by: Provenance | undefined;
}

function Dimension({ dimension, by }: DimensionProps) {
  const { name, score, evidence, fixes } = dimension;
  return (
    <article className={styles.dimension} aria-label={name}>
      <header className={styles.head} data-keep-together>
        <h3>{name}</h3>
        <span className={styles.score}>
          {score}
          <span> of 100</span>
        </span>
      </header>
      <Level dimension={dimension} />
      {dimension.note !== null && <p className={styles.note}>{dimension.note}</p>}
      {by && <p className={styles.judges}>{madeBy(by)}</p>}
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

/** The level on 0 to 5 with its error bar: each judge's own level as a ring where several were asked. */
function Level({ dimension }: { dimension: DimensionScore }) {
  const { anchor, anchorText, spread, confidence, samples } = dimension;
  if (anchor === null) return null;
  const panel = judges(dimension);
  const rings = samples.flatMap((sample, i) =>
    sample === null ? [] : [{ label: `Judgement ${i + 1}: level ${level(sample)}`, value: sample }],
  );
  const label = [levelText(dimension), panel?.title, panel?.text].filter(Boolean).join(". ");
  return (
    <div className={styles.level}>
      <Ruler value={anchor} spread={spread} max={5} marks={rings.length > 1 ? rings : []} label={label} />
      <p className={styles.anchor}>
        <b>{levelText(dimension)}</b>
        {panel && (
          <em className={styles.agreement} data-agreement={dimension.agreement ?? undefined}>
            {panel.title}
          </em>
        )}
        {confidence !== null && <span>{confidenceWords[confidence]}</span>}
      </p>
      {panel && <p className={styles.judges}>{panel.text}</p>}
      {anchorText !== null && <p className={styles.anchorText}>{anchorText}</p>}
    </div>
  );
}
