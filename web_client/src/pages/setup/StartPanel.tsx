/** The interview in one sentence, what is kept of it, and the two ways to start: the click is the consent. */
import { Button } from "@mantine/core";
import { ErrorNotice } from "../../components/ErrorNotice";
import { Face } from "../../components/Face";
import { place } from "../../lib/place";
import { lookNames, seniorityWords, styleWords, typeWords } from "../../lib/words";
import type { SetupValues } from "./draft";
import styles from "./SetupPage.module.css";

interface Props {
  values: SetupValues;
  kitName: string;
  starting: "recorded" | "unrecorded" | null;
  error: Error | null;
  onStart: (record: boolean) => void;
}

export function StartPanel({ values, kitName, starting, error, onStart }: Props) {
  const role = values.role_title.trim() || kitName;
  const company = values.company.trim();
  return (
    <section id="start" className={styles.start} aria-label="Start">
      <div className={styles.sentence}>
        <Face look={values.look} />
        <p>
          <b>{lookNames[values.look]}</b> interviews you for <b>{role}</b>
          {company === "" ? "" : ` at ${company}`}, {seniorityWords[values.seniority].toLowerCase()}.{" "}
          {typeWords[values.interview_type].title}, {styleWords[values.style].title.toLowerCase()}, <b>{values.minutes} minutes</b>.
        </p>
      </div>
      <div className={styles.consent}>
        <h2>May it be recorded?</h2>
        <p>
          A recording keeps both voices as a sound file on {place}, so that a click on a quote in your report plays the second you said it.
          Deleting the interview deletes it.
        </p>
        <p>Without it the interview is the same: your words are kept as text, and no sound.</p>
      </div>
      {error && <ErrorNotice error={error} />}
      <div className={styles.buttons}>
        <Button size="lg" fullWidth loading={starting === "recorded"} disabled={starting === "unrecorded"} onClick={() => onStart(true)}>
          Start, and record
        </Button>
        <Button
          size="lg"
          fullWidth
          variant="default"
          loading={starting === "unrecorded"}
          disabled={starting === "recorded"}
          onClick={() => onStart(false)}
        >
          Start without recording
        </Button>
      </div>
    </section>
  );
}
