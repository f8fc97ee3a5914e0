/** One line of reading for each answer; the first part of a report to be ready. */
import { UnstyledButton } from "@mantine/core";
import type { TurnNote } from "../../api/types";
import { list } from "../../lib/format";
import { missingWords, strengthWords } from "../../lib/words";
import styles from "./AnswerNotes.module.css";
import { usePlayer } from "./player/context";
import { Section } from "./Section";

interface Props {
  notes: readonly TurnNote[];
  /** Questions that nobody answered, as they were asked. */
  unanswered?: readonly string[];
  intro?: string;
}

export function AnswerNotes({ notes, unanswered = [], intro }: Props) {
  const { showTurn, canHear } = usePlayer();
  if (notes.length + unanswered.length === 0) return null;
  return (
    <Section id="answers" title="Answer by answer" {...(intro === undefined ? {} : { intro })}>
      <ol className={styles.notes}>
        {notes.map((note) => (
          <li key={note.turnIndex} className={styles.note} data-keep-together>
            <p className={styles.question}>{note.question}</p>
            <p className={styles.reading}>
              <span className={styles.strength} data-strength={note.strength}>
                {strengthWords[note.strength]}
              </span>
              {note.note}
            </p>
            <p className={styles.details}>
              {note.missing.length > 0 && <span>Add {list(note.missing.map((piece) => missingWords[piece]))}.</span>}{" "}
              {note.metrics.length > 0 && <span>Numbers you gave: {list(note.metrics)}.</span>}{" "}
              <UnstyledButton className={styles.hear} onClick={() => showTurn(note.turnIndex)} data-noprint>
                {canHear(note.turnIndex) ? "Hear your answer" : "Show your answer"}
              </UnstyledButton>
            </p>
          </li>
        ))}
        {unanswered.map((question) => (
          <li key={question} className={styles.note} data-keep-together>
            <p className={styles.question}>{question}</p>
            <p className={styles.reading}>
              <span className={styles.strength}>Not answered</span>
              It counts for nothing: no zero is given for it.
            </p>
          </li>
        ))}
      </ol>
    </Section>
  );
}
