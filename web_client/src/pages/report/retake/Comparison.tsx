/** Two answers to the same question on the same lines of the rubric. Neither is overwritten. */
import type { Retake, RetakeLine, RetakeSide } from "../../../api/types";
import { retakeAudioUrl } from "../../../api/retakes";
import { Ruler } from "../../../components/Ruler";
import { list } from "../../../lib/format";
import { missingWords, strengthWords } from "../../../lib/words";
import notes from "../AnswerNotes.module.css";
import { level } from "../figures";
import styles from "./Retake.module.css";

export function Comparison({ sessionId, retake }: { sessionId: string; retake: Retake }) {
  return (
    <div className={styles.comparison}>
      <div className={styles.sides}>
        <Side title="In the interview" side={retake.before} />
        <Side title="This time" side={retake.after}>
          {retake.has_audio && (
            // Its text stands beside it.
            // eslint-disable-next-line jsx-a11y/media-has-caption
            <audio controls preload="none" src={retakeAudioUrl(sessionId, retake.id)} aria-label="Your new answer" />
          )}
        </Side>
      </div>
      {retake.lines.length > 0 && (
        <ul className={styles.lines} aria-label="On the same lines of the rubric">
          {retake.lines.map((line) => (
            <Line key={line.key} line={line} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Side({ title, side, children }: { title: string; side: RetakeSide; children?: React.ReactNode }) {
  return (
    <article className={styles.side} aria-label={title}>
      <h4>{title}</h4>
      <p className={styles.text}>{side.text === "" ? "You gave no answer." : side.text}</p>
      {children}
      <p>
        {side.strength !== null && (
          <span className={notes.strength} data-strength={side.strength}>
            {strengthWords[side.strength]}
          </span>
        )}
        {side.note}
      </p>
      <p className={styles.small}>
        {side.missing.length > 0 && <span>Not there: {list(side.missing.map((piece) => missingWords[piece]))}.</span>}{" "}
        {side.metrics.length > 0 && <span>Numbers: {list(side.metrics)}.</span>}
      </p>
    </article>
  );
}

/** "Level 2 → 3.5"; a side without proof has no level, which is not a zero. */
export function change({ before, after }: Pick<RetakeLine, "before" | "after">): string {
  const said = (value: number | null): string => (value === null ? "not shown" : `level ${level(value)}`);
  if (before === null && after === null) return "not shown in either";
  return before === after ? `${said(after)}, as before` : `${said(before)} → ${said(after)}`;
}

function Line({ line }: { line: RetakeLine }) {
  const { name, before, after, said } = line;
  const gained = (after ?? -1) > (before ?? -1);
  return (
    <li className={styles.line}>
      <div className={styles.lineHead}>
        <b>{name}</b>
        <span data-gained={gained || undefined}>{change(line)}</span>
      </div>
      <Ruler
        value={after}
        max={5}
        marks={before === null ? [] : [{ value: before, label: "In the interview" }]}
        label={`${name}: ${change(line)}, on the scale of 0 to 5`}
      />
      {said !== "" && <p className={styles.small}>{said}</p>}
    </li>
  );
}
