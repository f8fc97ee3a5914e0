import { ButtonLink } from "../../components/ButtonLink";
import type { NextAction, Provenance } from "../../api/types";
import { actionWords } from "../../lib/words";
import styles from "./NextSteps.module.css";
import { Section } from "./Section";

interface Props {
  actions: readonly NextAction[];
  sessionId: string;
  by?: Provenance | undefined;
}

export function NextSteps({ actions, sessionId, by }: Props) {
  if (actions.length === 0) return null;
  return (
    <Section id="next" title="What to do next" by={by}>
      <ol className={styles.actions}>
        {actions.map((action) => (
          <li key={action.title} data-keep-together>
            <div>
              <h3>{action.title}</h3>
              <p>{action.details}</p>
              <p className={styles.meta}>
                {actionWords[action.type]} · {action.estimatedMinutes} min
              </p>
            </div>
            <Door action={action} sessionId={sessionId} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Door({ action, sessionId }: { action: NextAction; sessionId: string }) {
  switch (action.type) {
    case "practice":
      return (
        <ButtonLink to="/interviews/new" search={{ from: sessionId }} variant="light" size="sm" data-noprint>
          Set it up
        </ButtonLink>
      );
    case "exercise":
      return (
        <ButtonLink to="/practice" variant="light" size="sm" data-noprint>
          Practise it
        </ButtonLink>
      );
    case "resume_fix":
      return (
        <ButtonLink to="/documents" variant="light" size="sm" data-noprint>
          Your documents
        </ButtonLink>
      );
  }
}
