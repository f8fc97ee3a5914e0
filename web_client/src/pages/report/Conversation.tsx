import type { Provenance, TurnTaking } from "../../api/types";
import styles from "./Conversation.module.css";
import { NOT_MEASURED, turnTakingFigures } from "./figures";
import { Section } from "./Section";

export function Conversation({ turnTaking, by }: { turnTaking: TurnTaking; by?: Provenance | undefined }) {
  const figures = turnTakingFigures(turnTaking);
  if (figures.every(({ value }) => value === null))
    return (
      <Section id="conversation" title="How the conversation went">
        <p>Nothing was measured: there was no spoken exchange to time.</p>
      </Section>
    );
  return (
    <Section id="conversation" title="How the conversation went" intro="Measured in this interview." by={by}>
      <dl className={styles.figures}>
        {figures.map(({ name, value, meaning }) => (
          <div key={name} className={styles.figure} data-keep-together>
            <dt>{name}</dt>
            <dd className={value === null ? styles.missing : styles.value}>{value ?? NOT_MEASURED}</dd>
            <dd className={styles.meaning}>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
