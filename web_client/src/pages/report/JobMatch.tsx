import type { JdMatch } from "../../api/types";
import styles from "./JobMatch.module.css";
import { Section } from "./Section";

export function JobMatch({ match }: { match: JdMatch }) {
  const compared = match.matchedSkills.length + match.missingSkills.length > 0;
  return (
    <Section id="job" title={compared ? "Against the job description" : "Open points"}>
      {compared && (
        <div className={styles.columns}>
          <Skills title="You showed" items={match.matchedSkills} empty="None of the listed skills came up." />
          <Skills title="Did not come up" items={match.missingSkills} empty="Nothing: every listed skill came up." open />
        </div>
      )}
      <Notes title="Worth closing first" items={match.priorityGaps} />
      <Notes title="May raise doubts" items={match.riskFlags} />
    </Section>
  );
}

function Skills({ title, items, empty, open = false }: { title: string; items: readonly string[]; empty: string; open?: boolean }) {
  return (
    <div className={styles.column} data-open={open || undefined}>
      <h3>{title}</h3>
      {items.length === 0 ? (
        <p className={styles.empty}>{empty}</p>
      ) : (
        <ul>
          {items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Notes({ title, items }: { title: string; items: readonly string[] }) {
  if (items.length === 0) return null;
  return (
    <div className={styles.notes}>
      <h3>{title}</h3>
      {items.map((item) => (
        <p key={item}>{item}</p>
      ))}
    </div>
  );
}
