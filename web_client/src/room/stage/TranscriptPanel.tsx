import { CloseButton } from "@mantine/core";
import { useEffect, useRef } from "react";
import { nameOf, type Line, type RoomState } from "../state";
import classes from "./TranscriptPanel.module.css";

interface Props {
  room: RoomState;
  onClose: () => void;
}

/** The conversation so far; your own words join it when your answer is finished. */
export function TranscriptPanel({ room, onClose }: Props) {
  return (
    <aside id="room-transcript" className={classes.panel} aria-label="Transcript">
      <div className={classes.head}>
        <h2>Transcript</h2>
        <CloseButton size={40} onClick={onClose} aria-label="Hide the transcript" />
      </div>
      <Lines room={room} />
    </aside>
  );
}

/** Everything that was said, the newest in sight; without the line that stands elsewhere. */
export function Lines({ room, without = null }: { room: RoomState; without?: string | null }) {
  const list = useRef<HTMLOListElement>(null);
  const lines = conversation(room).filter(({ key }) => key !== without);
  const count = lines.length;

  useEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [count]);

  if (count === 0 && without !== null) return null;
  if (count === 0) return <p className={classes.empty}>What you both say stands here as the interview goes on.</p>;
  return (
    // The list scrolls: it takes the focus so that keys can scroll it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <ol className={classes.lines} ref={list} tabIndex={0} aria-label="Lines">
      {lines.map((line) => (
        <li key={line.key} data-speaker={line.speaker}>
          <span>{line.speaker === "candidate" ? "You" : nameOf(room, line.interviewer)}</span>
          <p>{line.text}</p>
        </li>
      ))}
    </ol>
  );
}

function conversation({ lines, drafts }: RoomState): Line[] {
  const waiting = drafts.map(({ client_id, text }): Line => ({ key: client_id, turn: -1, speaker: "candidate", text }));
  return [...lines, ...waiting];
}
