import { UnstyledButton } from "@mantine/core";
import { IconPlayerPlayFilled } from "@tabler/icons-react";
import { memo, useMemo } from "react";
import type { AskedQuestion, Turn } from "../../../api/types";
import { clock as clockText } from "../../../lib/format";
import { cx } from "../../../lib/cx";
import { usePlayback, usePlayer } from "../player/context";
import { AnswerAgain } from "../retake/AnswerAgain";
import styles from "./Transcript.module.css";
import { tokens, UNSURE, wordAt } from "./words";
import { WhyAsked } from "./WhyAsked";

interface Props {
  turn: Turn;
  question: AskedQuestion | undefined;
  /** The question that this turn answers. */
  asked: AskedQuestion | undefined;
  interviewer: string;
  /** This turn is being heard. */
  current: boolean;
}

export const TranscriptTurn = memo(function TranscriptTurn({ turn, question, asked, interviewer, current }: Props) {
  const { audible, clock, spotlight, goBack } = usePlayer();
  const lit = spotlight?.turn === turn.index ? spotlight : null;
  const mine = turn.speaker === "candidate";
  const playable = audible && !turn.typed;
  return (
    <li id={`turn-${turn.index}`} tabIndex={-1} className={styles.turn} data-mine={mine || undefined} data-current={current || undefined}>
      <div className={styles.head}>
        <span className={styles.speaker}>{mine ? "You" : interviewer}</span>
        {playable ? (
          <UnstyledButton
            className={styles.at}
            aria-label={`Play from ${clockText(turn.start_s)}`}
            onClick={() => clock.playFrom(turn.start_s)}
            data-noprint
          >
            <IconPlayerPlayFilled size={9} aria-hidden /> {clockText(turn.start_s)}
          </UnstyledButton>
        ) : (
          <span className={styles.at}>{turn.typed ? "typed" : clockText(turn.start_s)}</span>
        )}
      </div>
      <p className={styles.text}>
        <Words turn={turn} from={lit ? (lit.from ?? 0) : -1} to={lit ? (lit.to ?? Infinity) : -1} current={current} />
        {turn.interrupted && <span className={styles.aside}> — you spoke over the rest</span>}
      </p>
      {question && <WhyAsked question={question} />}
      {mine && asked !== undefined && <AnswerAgain questionId={asked.question_id} question={asked.text} className={styles.again} />}
      {lit && goBack && (
        <UnstyledButton className={styles.back} onClick={goBack} data-noprint>
          Back to where you were
        </UnstyledButton>
      )}
    </li>
  );
});

interface WordsProps {
  turn: Turn;
  from: number;
  to: number;
  current: boolean;
}

function Words({ turn, from, to, current }: WordsProps) {
  const { clock } = usePlayer();
  const said = usePlayback(clock, (now) => (current ? wordAt(turn, now.time) : -1));
  const parts = useMemo(() => tokens(turn), [turn]);
  return parts.map(({ text, word }, i) => {
    const unsure = word?.confidence != null && word.confidence < UNSURE;
    return (
      <span
        key={i}
        className={cx(styles.word, i >= from && i < to && styles.lit, i === said && styles.said, unsure && styles.unsure)}
        title={unsure ? "Heard with little confidence; never used as evidence" : undefined}
        data-at={word?.start_s}
      >
        {text}{" "}
      </span>
    );
  });
}
