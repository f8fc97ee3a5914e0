/** The recording at the foot of the report: play, questions as stations, speed, both voices over time. */
import { ActionIcon, NativeSelect } from "@mantine/core";
import { IconPlayerPauseFilled, IconPlayerPlayFilled, IconPlayerTrackNext, IconPlayerTrackPrev } from "@tabler/icons-react";
import { useCallback, useState } from "react";
import type { AskedQuestion, Turn } from "../../../api/types";
import { clock as clockText } from "../../../lib/format";
import { usePlayback, usePlayer } from "./context";
import styles from "./PlayerDock.module.css";
import { nextQuestion, previousQuestion } from "./stations";
import { Waveform } from "./Waveform";

interface Props {
  url: string;
  turns: readonly Turn[];
  questions: readonly AskedQuestion[];
}

const speeds = [0.75, 1, 1.25, 1.5, 2];

export function PlayerDock({ url, turns, questions }: Props) {
  const { clock } = usePlayer();
  const [audio, setAudio] = useState<HTMLAudioElement | null>(null);
  const attach = useCallback(
    (element: HTMLAudioElement | null) => {
      if (element === null) return;
      setAudio(element);
      return clock.attach(element);
    },
    [clock],
  );
  const state = usePlayback(clock, (now) => now.state);
  const playing = usePlayback(clock, (now) => now.playing);
  const rate = usePlayback(clock, (now) => now.rate);
  const line = usePlayback(clock, (now) => turns.findLast((turn) => turn.start_s <= now.time + 0.05)?.index ?? -1);
  const spoken = turns.find((turn) => turn.index === line);
  const starts = questions.map((question) => question.at_s);
  const go = (to: number | null): void => {
    if (to !== null) clock.seek(to);
  };

  return (
    <section className={styles.dock} aria-label="Recording" data-noprint data-state={state}>
      {/* The transcript beside the player is its caption. */}
      {/* eslint-disable-next-line jsx-a11y/media-has-caption */}
      <audio ref={attach} src={url} preload="metadata" data-testid="recording" />
      <div className={styles.inner}>
        <div className={styles.buttons}>
          <ActionIcon size={36} aria-label="Previous question" onClick={() => go(previousQuestion(starts, clock.get().time))}>
            <IconPlayerTrackPrev size={18} stroke={1.6} />
          </ActionIcon>
          <ActionIcon
            className={styles.play}
            variant="filled"
            color="ink"
            radius="xl"
            size={46}
            aria-label={playing ? "Pause" : "Play"}
            onClick={() => clock.toggle()}
          >
            {playing ? <IconPlayerPauseFilled size={20} /> : <IconPlayerPlayFilled size={20} />}
          </ActionIcon>
          <ActionIcon size={36} aria-label="Next question" onClick={() => go(nextQuestion(starts, clock.get().time))}>
            <IconPlayerTrackNext size={18} stroke={1.6} />
          </ActionIcon>
        </div>
        <Position />
        <div className={styles.track}>
          {audio && <Waveform audio={audio} url={url} turns={turns} className={styles.wave} />}
          <Stations questions={questions} />
          <Seek />
        </div>
        <p className={styles.line} aria-hidden>
          {spoken ? `${spoken.speaker === "candidate" ? "You" : "Interviewer"}: ${spoken.text}` : ""}
        </p>
        <NativeSelect
          className={styles.speed}
          aria-label="Speed"
          size="sm"
          value={String(rate)}
          onChange={(event) => clock.setRate(Number(event.currentTarget.value))}
          data={speeds.map((speed) => ({ value: String(speed), label: `${speed}×` }))}
        />
      </div>
    </section>
  );
}

function Position() {
  const { clock } = usePlayer();
  const seconds = usePlayback(clock, (now) => Math.floor(now.time));
  const duration = usePlayback(clock, (now) => Math.round(now.duration));
  return (
    <p className={styles.time}>
      <b>{clockText(seconds)}</b> <span>/ {clockText(duration)}</span>
    </p>
  );
}

function Seek() {
  const { clock } = usePlayer();
  const seconds = usePlayback(clock, (now) => Math.floor(now.time));
  const duration = usePlayback(clock, (now) => Math.round(now.duration));
  return (
    <input
      type="range"
      className={styles.seek}
      aria-label="Position in the recording"
      aria-valuetext={`${clockText(seconds)} of ${clockText(duration)}`}
      min={0}
      max={Math.max(1, duration)}
      step={5}
      value={seconds}
      onChange={(event) => clock.seek(Number(event.currentTarget.value))}
    />
  );
}

function Stations({ questions }: { questions: readonly AskedQuestion[] }) {
  const { clock } = usePlayer();
  const duration = usePlayback(clock, (now) => now.duration);
  if (duration === 0) return null;
  return (
    <div className={styles.stations} aria-hidden>
      {questions.map((question) => (
        <i key={question.question_id} style={{ left: `${(question.at_s / duration) * 100}%` }} title={question.text} />
      ))}
    </div>
  );
}
