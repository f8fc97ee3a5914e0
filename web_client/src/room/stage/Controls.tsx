import { Menu, Tooltip, UnstyledButton } from "@mantine/core";
import {
  IconCheck,
  IconDots,
  IconKeyboard,
  IconMicrophone,
  IconMicrophoneOff,
  IconPhoneOff,
  IconPlayerPause,
  IconPlayerTrackNext,
  IconRepeat,
  type TablerIcon,
} from "@tabler/icons-react";
import { useSyncExternalStore } from "react";
import type { RoomClient } from "../client";
import type { RoomState } from "../state";
import classes from "./Controls.module.css";

export interface RoomActions {
  mute: () => void;
  done: () => void;
  type: () => void;
  repeat: () => void;
  skip: () => void;
  pause: () => void;
  end: () => void;
}

interface Props {
  room: RoomState;
  client: RoomClient;
  typing: boolean;
  /** A lower bar: an exercise needs the height. */
  compact?: boolean;
  actions: RoomActions;
}

/** The keys of the room. What is needed at each answer is always in sight; the rest folds into a menu on a phone. */
export function Controls({ room, client, typing, compact = false, actions }: Props) {
  const speaks = room.microphone !== "off";
  const listening = room.interviewer === "listening";
  return (
    <footer className={classes.bar} data-typed={!speaks || undefined} data-compact={compact || undefined}>
      {speaks ? <MuteKey room={room} client={client} onClick={actions.mute} /> : null}
      {speaks ? (
        <Key
          icon={IconKeyboard}
          label={typing ? "Hide typing" : "Type"}
          shortcut="T"
          pressed={typing}
          onClick={actions.type}
        />
      ) : null}
      {speaks ? (
        <Tooltip label="Don’t wait for a pause: your answer is complete (D)" openDelay={600} disabled={!listening}>
          <UnstyledButton className={classes.done} onClick={actions.done} disabled={!listening}>
            <IconCheck size={20} stroke={2} aria-hidden />
            I’m done
          </UnstyledButton>
        </Tooltip>
      ) : null}
      <Key icon={IconRepeat} label="Repeat" shortcut="R" onClick={actions.repeat} spread />
      <Key icon={IconPlayerTrackNext} label="Skip" shortcut="S" onClick={actions.skip} spread />
      <Key icon={IconPlayerPause} label="Pause" shortcut="P" onClick={actions.pause} spread />
      <Key icon={IconPhoneOff} label="End" onClick={actions.end} spread />
      <MoreMenu actions={actions} />
    </footer>
  );
}

interface KeyProps {
  icon: TablerIcon;
  label: string;
  shortcut?: string;
  pressed?: boolean;
  onClick: () => void;
  /** Folded into the menu on narrow screens. */
  spread?: boolean;
}

function Key({ icon: Icon, label, shortcut, pressed, onClick, spread }: KeyProps) {
  return (
    <UnstyledButton
      className={classes.key}
      data-spread={spread}
      aria-pressed={pressed}
      aria-keyshortcuts={shortcut}
      onClick={onClick}
    >
      <span className={classes.icon}>
        <Icon size={21} stroke={1.6} aria-hidden />
      </span>
      <span>{label}</span>
    </UnstyledButton>
  );
}

function MuteKey({ room, client, onClick }: { room: RoomState; client: RoomClient; onClick: () => void }) {
  const level = useSyncExternalStore(client.micLevel.subscribe, client.micLevel.get);
  const muted = room.microphone !== "on";
  const Icon = muted ? IconMicrophoneOff : IconMicrophone;
  return (
    <UnstyledButton
      className={classes.key}
      aria-pressed={muted}
      aria-keyshortcuts="M"
      onClick={onClick}
      disabled={room.microphone === "lost"}
      style={{ "--level": muted ? 0 : level }}
    >
      <span className={classes.mic}>
        <Icon size={21} stroke={1.6} aria-hidden />
      </span>
      <span>{room.microphone === "lost" ? "No mic" : muted ? "Unmute" : "Mute"}</span>
    </UnstyledButton>
  );
}

function MoreMenu({ actions }: { actions: RoomActions }) {
  const entries = [
    { icon: IconRepeat, label: "Repeat the question", run: actions.repeat },
    { icon: IconPlayerTrackNext, label: "Skip the question", run: actions.skip },
    { icon: IconPlayerPause, label: "Pause", run: actions.pause },
    { icon: IconPhoneOff, label: "End the interview", run: actions.end },
  ];
  return (
    <Menu position="top-end" width={240} radius="md" offset={10}>
      <Menu.Target>
        <UnstyledButton className={classes.key} data-more>
          <span className={classes.icon}>
            <IconDots size={21} stroke={1.6} aria-hidden />
          </span>
          <span>More</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {entries.map(({ icon: Icon, label, run }) => (
          <Menu.Item
            key={label}
            leftSection={<Icon size={18} stroke={1.6} aria-hidden />}
            onClick={run}
            className={classes.entry}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
