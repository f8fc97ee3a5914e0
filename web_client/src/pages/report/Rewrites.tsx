/** Answers told better: the parts marked, what is missing left as a blank to fill in. */
import type { AnswerPart, AnswerRewrite, AskedQuestion, Provenance, RewritePart } from "../../api/types";
import { cx } from "../../lib/cx";
import { partWords } from "../../lib/words";
import { Blanks } from "./Blanks";
import { asked } from "./figures";
import { Folded } from "./Folded";
import styles from "./Rewrites.module.css";
import { Section } from "./Section";

interface Props {
  rewrites: readonly AnswerRewrite[];
  questions: readonly AskedQuestion[];
  by?: Provenance | undefined;
}

const SHOWN = 4;

export function Rewrites({ rewrites, questions, by }: Props) {
  if (rewrites.length === 0) return null;
  const blanks = rewrites.some((rewrite) => /\[[^\]]+\]/.test(rewrite.betterAnswer));
  const intro = `With your facts only. ${blanks ? "A dashed blank is something you did not say: fill it in. " : ""}Say it in your own way.`;
  return (
    <Section id="rewrites" title="Your answer, told better" intro={intro} by={by}>
      <Folded limit={SHOWN} total={rewrites.length} more={`Show all ${rewrites.length} answers`}>
        {(folded) =>
          rewrites.map((rewrite, i) => (
            <article key={`${rewrite.questionId ?? ""}${rewrite.question}`} className={cx(styles.rewrite, folded(i))}>
              <h3>{asked(questions, rewrite.questionId, rewrite.question)}</h3>
              <Pair rewrite={rewrite} />
              <p className={styles.why}>{rewrite.whyBetter}</p>
            </article>
          ))
        }
      </Folded>
    </Section>
  );
}

function Pair({ rewrite }: { rewrite: AnswerRewrite }) {
  return (
    <div className={styles.pair}>
      <div>
        <h4>You said</h4>
        <p className={styles.before}>{rewrite.yourAnswer}</p>
      </div>
      <div>
        <h4>Stronger</h4>
        {rewrite.parts.length > 0 ? (
          <Parts parts={rewrite.parts} />
        ) : (
          <p>
            <Blanks text={rewrite.betterAnswer} />
          </p>
        )}
      </div>
    </div>
  );
}

interface Group {
  part: AnswerPart;
  pieces: RewritePart[];
}

/** Neighbours that do the same in the story stand under one name. */
export function groups(parts: readonly RewritePart[]): Group[] {
  const found: Group[] = [];
  for (const piece of parts) {
    const last = found.at(-1);
    if (last?.part === piece.part) last.pieces.push(piece);
    else found.push({ part: piece.part, pieces: [piece] });
  }
  return found;
}

function Parts({ parts }: { parts: readonly RewritePart[] }) {
  return (
    <dl className={styles.parts}>
      {groups(parts).map(({ part, pieces }, i) => (
        <div key={i} data-part={part}>
          <dt>{partWords[part]}</dt>
          <dd>
            {pieces.map((piece, k) => (
              <span key={k}>
                <Blanks text={piece.text} />{" "}
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
