/** The coach's week in short; it is lived on the practice page. */
import type { Analysis } from "../../api/types";
import { ButtonLink } from "../../components/ButtonLink";
import { practiceWords } from "../../lib/words";
import styles from "./NextSteps.module.css";
import { Section } from "./Section";

interface Day {
  day: number;
  goal: string;
  what: string;
}

function days({ coach, practicePlan7d }: Analysis): Day[] {
  if (coach === null) return practicePlan7d.map(({ day, focus, session }) => ({ day, goal: focus, what: practiceWords[session] }));
  return coach.plan.map(({ day, goal, items }) => ({
    day,
    goal,
    what: items.length === 0 ? "Rest" : `${[...new Set(items.map(({ kind }) => practiceWords[kind]))].join("; ")} · ${minutes(items)} min`,
  }));
}

const minutes = (items: readonly { minutes: number }[]): number => items.reduce((sum, item) => sum + item.minutes, 0);

export function WeekAhead({ analysis }: { analysis: Analysis }) {
  const { coach, sections } = analysis;
  const week = days(analysis);
  if (week.length === 0) return null;
  return (
    <Section
      id="week"
      title="Your week"
      by={coach?.provenance ?? sections["practicePlan7d"]}
      {...(coach === null ? {} : { intro: coach.whyThisPlan })}
    >
      <ol className={styles.days}>
        {week.map(({ day, goal, what }) => (
          <li key={day} data-keep-together>
            <span className={styles.day}>Day {day}</span>
            <span className={styles.focus}>{goal}</span>
            <span className={styles.session}>{what}</span>
          </li>
        ))}
      </ol>
      <ButtonLink to="/practice" variant="light" size="sm" mt={16} data-noprint>
        Open your week
      </ButtonLink>
    </Section>
  );
}
