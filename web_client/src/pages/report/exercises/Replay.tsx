/** The work on one exercise, moment by moment; it follows the recording while that plays. */
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { replaysQuery } from "../../../api/exercises";
import type { RevealView } from "../../../api/room.gen";
import type { CodeLanguage } from "../../../api/types";
import { DiffView } from "../../../components/exercises/DiffView";
import { ExhibitView } from "../../../components/exercises/ExhibitView";
import { TestList } from "../../../components/exercises/TestList";
import { ErrorNotice } from "../../../components/ErrorNotice";
import { clock } from "../../../lib/format";
import { usePlayback, usePlayer } from "../player/context";
import styles from "./ExerciseResults.module.css";
import { at, frames, told, type Frame } from "./moments";

interface Props {
  sessionId: string;
  exercise: string;
  language: CodeLanguage | null;
}

export default function Replay({ sessionId, exercise, language }: Props) {
  const replays = useQuery(replaysQuery(sessionId));
  if (replays.isError)
    return (
      <ErrorNotice error={replays.error} retry={() => void replays.refetch()} />
    );
  const replay = replays.data?.find((one) => one.key === exercise);
  if (replays.isPending) return <p className={styles.meta}>Loading…</p>;
  if (replay === undefined || replay.moments.length === 0)
    return <p className={styles.meta}>Nothing was kept of it.</p>;
  return <Moments all={frames(replay)} language={language} />;
}

function Moments({
  all,
  language,
}: {
  all: Frame[];
  language: CodeLanguage | null;
}) {
  const { clock: recording, audible } = usePlayer();
  const [chosen, setChosen] = useState(all.length - 1);
  const following = usePlayback(recording, (now) =>
    now.playing ? at(all, now.time) : -1,
  );
  const index = following >= 0 && audible ? following : chosen;
  const frame = all[index] ?? all[0];
  const marks = useMemo(
    () =>
      all.flatMap(({ moment }, value) =>
        moment.kind === "run" || moment.kind === "reveal" ? [value] : [],
      ),
    [all],
  );
  if (frame === undefined) return null;
  return (
    <div className={styles.replay}>
      <input
        type="range"
        className={styles.slider}
        aria-label="Moment of the work"
        aria-valuetext={`${told(frame)}, ${clock(frame.moment.at_ms / 1000)}`}
        min={0}
        max={Math.max(1, all.length - 1)}
        step={1}
        value={index}
        list="moments"
        onChange={(event) => setChosen(event.currentTarget.valueAsNumber)}
      />
      <datalist id="moments">
        {marks.map((value) => (
          <option key={value} value={value} />
        ))}
      </datalist>
      <p className={styles.when} role="status">
        <b>{told(frame)}</b> at {clock(frame.moment.at_ms / 1000)}, {index + 1}{" "}
        of {all.length}
      </p>
      <At frame={frame} language={language} />
    </div>
  );
}

function At({
  frame,
  language,
}: {
  frame: Frame;
  language: CodeLanguage | null;
}) {
  const { moment, before, text } = frame;
  return (
    <>
      {moment.run !== null && <TestList result={moment.run} />}
      {moment.hint !== null && <p className={styles.written}>{moment.hint}</p>}
      {moment.reveal !== null && (
        <ExhibitView reveal={moment.reveal as RevealView} />
      )}
      {moment.text !== null && <p className={styles.written}>{moment.text}</p>}
      {moment.remarks !== null && (
        <ul>
          {moment.remarks.map((remark) => (
            <li key={`${remark.line}-${remark.text}`}>
              Line {remark.line}: {remark.text}
            </li>
          ))}
        </ul>
      )}
      {language !== null && (
        <DiffView
          before={before}
          after={text}
          language={language}
          label="The file at this moment"
          whole={before === text}
        />
      )}
    </>
  );
}
