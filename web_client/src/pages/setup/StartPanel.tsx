/** What is kept of the interview, and the two ways to start: the click is the consent. */
import { Button } from "@mantine/core";
import { ErrorNotice } from "../../components/ErrorNotice";
import { place } from "../../lib/place";
import styles from "./SetupPage.module.css";

interface Props {
  /** An interview was made of this plan already. */
  used: boolean;
  starting: "recorded" | "unrecorded" | null;
  error: Error | null;
  onStart: (record: boolean) => void;
}

export function StartPanel({ used, starting, error, onStart }: Props) {
  return (
    <section className={styles.start} aria-label="Start">
      <div className={styles.consent}>
        <h2>May it be recorded?</h2>
        <p>
          A recording keeps both voices as a sound file on {place}, so that a click on a quote in your report plays the second you said it.
          Deleting the interview deletes it.
        </p>
        <p>Without it the interview is the same: your words are kept as text, and no sound.</p>
      </div>
      {error && <ErrorNotice error={error} />}
      {used && <p className={styles.hint}>You have held the interview of this plan. Plan it differently for another one.</p>}
      <div className={styles.buttons}>
        <Button
          size="lg"
          fullWidth
          loading={starting === "recorded"}
          disabled={used || starting === "unrecorded"}
          onClick={() => onStart(true)}
        >
          Start, and record
        </Button>
        <Button
          size="lg"
          fullWidth
          variant="default"
          loading={starting === "unrecorded"}
          disabled={used || starting === "recorded"}
          onClick={() => onStart(false)}
        >
          Start without recording
        </Button>
      </div>
    </section>
  );
}
