/** What was said. While the recording plays it follows; a quote's click brings its words here. */
import { useEffect, useRef } from "react";
import type { Transcript as TranscriptData } from "../../../api/types";
import { usePlayback, usePlayer } from "../player/context";
import { scrollToTurn } from "./scrollToTurn";
import styles from "./Transcript.module.css";
import { TranscriptTurn } from "./TranscriptTurn";
import { turnAt } from "./words";

interface Props {
  transcript: TranscriptData;
  interviewer: string;
  recorded: boolean;
}

export function Transcript({ transcript, interviewer, recorded }: Props) {
  const { clock, audible, spotlight } = usePlayer();
  const panel = useRef<HTMLDivElement>(null);
  const { turns, questions, interviewers } = transcript;
  const names = new Map(interviewers.map((who) => [who.id, `${who.name}, ${who.role}`]));
  const started = usePlayback(clock, (now) => now.playing || now.time > 0);
  const heard = usePlayback(clock, (now) => turnAt(turns, now.time));
  const current = started ? heard : -1;

  useEffect(() => {
    if (spotlight && panel.current) scrollToTurn(panel.current, spotlight.turn, { page: !spotlight.plays, focus: !spotlight.plays });
  }, [spotlight]);

  useEffect(() => {
    if (current >= 0 && panel.current && clock.get().playing) scrollToTurn(panel.current, current, { page: false, focus: false });
  }, [current, clock]);

  useEffect(() => {
    // A click on any word plays it; the turn's own button serves the keyboard.
    const box = panel.current;
    if (box === null || !audible) return;
    const onClick = (event: MouseEvent): void => {
      if (!(event.target instanceof HTMLElement) || window.getSelection()?.isCollapsed === false) return;
      const at = event.target.dataset["at"];
      if (at !== undefined) clock.playFrom(Number(at));
    };
    box.addEventListener("click", onClick);
    return () => box.removeEventListener("click", onClick);
  }, [audible, clock]);

  return (
    <div className={styles.transcript}>
      <div className={styles.top}>
        <h2 id="transcript">Transcript</h2>
        {!audible && (
          <p>
            {recorded
              ? "The recording can’t be played. Quotes open their place here."
              : "This interview was not recorded. Quotes open their place here."}
          </p>
        )}
      </div>
      {/* A scrolling region must be reachable by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles.panel} ref={panel} tabIndex={0} role="region" aria-label="What was said" data-audible={audible || undefined}>
        <ol className={styles.turns}>
          {turns.map((turn) => (
            <TranscriptTurn
              key={turn.index}
              turn={turn}
              interviewer={names.get(turn.interviewer ?? "") ?? interviewer}
              current={turn.index === current}
              asked={turn.speaker === "candidate" ? questions.find((question) => question.question_id === turn.question_id) : undefined}
              question={
                turn.speaker === "interviewer" ? questions.find((question) => question.question_id === turn.question_id) : undefined
              }
            />
          ))}
        </ol>
        {turns.length === 0 && <p className={styles.none}>Nothing was said in this interview.</p>}
      </div>
    </div>
  );
}
