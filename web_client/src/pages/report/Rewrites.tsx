import type { AnswerRewrite } from "../../api/types";
import { Blanks } from "./Blanks";
import styles from "./Rewrites.module.css";
import { Section } from "./Section";

export function Rewrites({ rewrites }: { rewrites: readonly AnswerRewrite[] }) {
  if (rewrites.length === 0) return null;
  return (
    <Section id="rewrites" title="Your answer, told better" intro="With your facts only. Say it in your own way.">
      {rewrites.map((rewrite) => (
        <article key={rewrite.question} className={styles.rewrite}>
          <h3>{rewrite.question}</h3>
          <div className={styles.pair}>
            <div>
              <h4>You said</h4>
              <p className={styles.before}>{rewrite.yourAnswer}</p>
            </div>
            <div>
              <h4>Stronger</h4>
              <p>
                <Blanks text={rewrite.betterAnswer} />
              </p>
            </div>
          </div>
          <p className={styles.why}>{rewrite.whyBetter}</p>
        </article>
      ))}
    </Section>
  );
}
