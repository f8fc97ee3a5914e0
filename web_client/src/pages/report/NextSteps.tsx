import { ButtonLink } from "../../components/ButtonLink";
import type { Analysis } from "../../api/types";
import { list } from "../../lib/format";
import { actionWords, sessionText } from "../../lib/words";
import styles from "./NextSteps.module.css";
import { Section } from "./Section";

export function NextSteps({ analysis, sessionId }: { analysis: Analysis; sessionId: string }) {
  const { nextActions, practicePlan7d, memoryUpdate } = analysis;
  return (
    <>
      {nextActions.length > 0 && (
        <Section id="next" title="What to do next">
          <ol className={styles.actions}>
            {nextActions.map((action) => (
              <li key={action.title} data-keep-together>
                <div>
                  <h3>{action.title}</h3>
                  <p>{action.details}</p>
                  <p className={styles.meta}>
                    {actionWords[action.type]} · {action.estimatedMinutes} min
                  </p>
                </div>
                {action.type === "practice" && (
                  <ButtonLink to="/interviews/new" search={{ from: sessionId }} variant="light" size="sm" data-noprint>
                    Set it up
                  </ButtonLink>
                )}
              </li>
            ))}
          </ol>
          <Memory strengths={memoryUpdate.newStrengths} issues={memoryUpdate.newRecurringIssues} resolved={memoryUpdate.resolvedIssues} />
        </Section>
      )}
      {practicePlan7d.length > 0 && (
        <Section id="plan" title="A plan for seven days">
          <ol className={styles.days}>
            {practicePlan7d.map((day) => (
              <li key={day.day} data-keep-together>
                <span className={styles.day}>Day {day.day}</span>
                <span className={styles.focus}>{day.focus}</span>
                <span className={styles.session}>{sessionText(day.session)}</span>
              </li>
            ))}
          </ol>
        </Section>
      )}
    </>
  );
}

function Memory({ strengths, issues, resolved }: { strengths: string[]; issues: string[]; resolved: string[] }) {
  const lines = [
    { label: "New strength", items: strengths },
    { label: "Came up again", items: issues },
    { label: "No longer an issue", items: resolved },
  ].filter(({ items }) => items.length > 0);
  if (lines.length === 0) return null;
  return (
    <dl className={styles.memory}>
      {lines.map(({ label, items }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{list(items)}</dd>
        </div>
      ))}
    </dl>
  );
}
