/** One line of reading for each answer; the first part of a report to be ready. */
import { UnstyledButton } from "@mantine/core";
import type { AskedQuestion, Provenance, TurnNote } from "../../api/types";
import { cx } from "../../lib/cx";
import { list } from "../../lib/format";
import { missingWords, strengthWords } from "../../lib/words";
import styles from "./AnswerNotes.module.css";
import { asked } from "./figures";
import { Folded } from "./Folded";
import { usePlayer } from "./player/context";
import { AnswerAgain } from "./retake/AnswerAgain";
import { Section } from "./Section";

interface Props {
  notes: readonly TurnNote[];
  /** Questions that nobody answered, as they were asked. */
  unanswered?: readonly { id: string; question: string }[];
  questions: readonly AskedQuestion[];
  by?: Provenance | undefined;
}

const SHOWN = 14;

export function AnswerNotes({ notes, unanswered = [], questions, by }: Props) {
  const total = notes.length + unanswered.length;
  if (total === 0) return null;
  return (
    <Section id="answers" title="Answer by answer" by={by}>
      <Folded limit={SHOWN} total={total} more={`Show all ${total} answers`}>
        {(folded) => (
          <ol className={styles.notes}>
            {notes.map((note, i) => (
              <Note key={note.turnIndex} note={note} question={asked(questions, note.questionId, note.question)} className={folded(i)} />
            ))}
            {unanswered.map(({ id, question }, i) => (
              <li key={id} className={cx(styles.note, folded(notes.length + i))} data-keep-together>
                <p className={styles.question}>{question}</p>
                <p className={styles.reading}>
                  <span className={styles.strength}>Not answered</span>
                  It counts for nothing: no zero is given for it.
                </p>
                <p className={styles.doors} data-noprint>
                  <AnswerAgain questionId={id} question={question} first className={styles.hear} />
                </p>
              </li>
            ))}
          </ol>
        )}
      </Folded>
    </Section>
  );
}

function Note({ note, question, className }: { note: TurnNote; question: string; className: string | undefined }) {
  const { showTurn, canHear } = usePlayer();
  return (
    <li className={cx(styles.note, className)} data-keep-together>
      <p className={styles.question}>{question}</p>
      <p className={styles.reading}>
        <span className={styles.strength} data-strength={note.strength}>
          {strengthWords[note.strength]}
        </span>
        {note.note}
      </p>
      {note.missing.length + note.metrics.length > 0 && (
        <p className={styles.details}>
          {note.missing.length > 0 && <span>Add {list(note.missing.map((piece) => missingWords[piece]))}.</span>}{" "}
          {note.metrics.length > 0 && <span>Numbers you gave: {list(note.metrics)}.</span>}
        </p>
      )}
      <p className={styles.doors} data-noprint>
        <UnstyledButton className={styles.hear} onClick={() => showTurn(note.turnIndex)}>
          {canHear(note.turnIndex) ? "Hear your answer" : "Show your answer"}
        </UnstyledButton>
        <AnswerAgain questionId={note.questionId} question={question} className={styles.hear} />
      </p>
    </li>
  );
}
