import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { IconMessages } from "@tabler/icons-react";
import type { RoomState } from "../state";
import { timeLeft } from "../words";
import { ShortcutHelp } from "./ShortcutHelp";
import classes from "./TopBar.module.css";

interface Props {
  room: RoomState;
  transcriptOpen: boolean;
  onTranscript: () => void;
  /** An exercise that is over and can be looked at again; null while there is none. */
  exercise: { shown: boolean; onToggle: () => void } | null;
  shortcuts: boolean;
  onShortcuts: (on: boolean) => void;
}

/** Where we are, how long it still takes, and whether it is recorded. */
export function TopBar({ room, transcriptOpen, onTranscript, exercise, shortcuts, onShortcuts }: Props) {
  const { welcome, phase, clock } = room;
  return (
    <header className={classes.bar}>
      <div className={classes.place}>
        <h1 className={classes.role}>{welcome?.role_title ?? "Interview"}</h1>
        {phase ? (
          <div className={classes.phase}>
            <span className={classes.steps} aria-hidden>
              {Array.from({ length: phase.total }, (_, index) => (
                <i key={index} data-on={index <= phase.index || undefined} />
              ))}
            </span>
            <span>
              {phase.label}
              <span className={classes.count}>
                , part {phase.index + 1} of {phase.total}
              </span>
            </span>
          </div>
        ) : null}
      </div>
      <div className={classes.side}>
        {welcome?.recording ? (
          <span className={classes.recording}>
            <i aria-hidden />
            <span className={classes.wide}>Recording</span>
            <span className={classes.hidden}>This interview is being recorded.</span>
          </span>
        ) : null}
        {clock ? <span className={classes.time}>{timeLeft(clock.remaining_s)}</span> : null}
        {exercise ? (
          <Button size="compact-sm" variant="subtle" color="gray" aria-pressed={exercise.shown} onClick={exercise.onToggle}>
            {exercise.shown ? "Hide the exercise" : "Your exercise"}
          </Button>
        ) : null}
        <Tooltip label={transcriptOpen ? "Hide the transcript" : "Show the transcript"} openDelay={500}>
          <ActionIcon
            size={40}
            onClick={onTranscript}
            aria-expanded={transcriptOpen}
            aria-controls="room-transcript"
            aria-label={transcriptOpen ? "Hide the transcript" : "Show the transcript"}
          >
            <IconMessages size={20} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
        <ShortcutHelp enabled={shortcuts} onEnabled={onShortcuts} />
      </div>
    </header>
  );
}
