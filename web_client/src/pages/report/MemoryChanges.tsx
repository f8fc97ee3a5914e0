/** What this interview changed in what is remembered of the candidate's habits. */
import { Link } from "@tanstack/react-router";
import type { MemoryUpdate, Provenance } from "../../api/types";
import styles from "./NextSteps.module.css";
import { Section } from "./Section";

export function MemoryChanges({ update, by }: { update: MemoryUpdate; by?: Provenance | undefined }) {
  const lines = [
    { label: "New strength", items: update.newStrengths },
    { label: "Came up again", items: update.newRecurringIssues },
    { label: "No longer an issue", items: update.resolvedIssues },
    { label: "Still open", items: update.commonIssues.filter((issue) => !update.newRecurringIssues.includes(issue)) },
    { label: "Look at next", items: [update.recommendedFocusNext || update.nextBestAction].filter((text) => text !== "") },
  ].filter(({ items }) => items.length > 0);
  return (
    <Section id="memory" title="What this interview changed" by={by}>
      {lines.length === 0 ? (
        <p>Nothing yet. A habit is noted when two different questions show it, and closed when two later ones show the opposite.</p>
      ) : (
        <dl className={styles.memory}>
          {lines.map(({ label, items }) => (
            <div key={label} data-keep-together>
              <dt>{label}</dt>
              <dd>
                {items.map((item) => (
                  <span key={item}>{item}</span>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p className={styles.more} data-noprint>
        <Link to="/practice" hash="habits">
          All your habits, each with its proof
        </Link>
      </p>
    </Section>
  );
}
