import { ActionIcon, Popover, Tooltip } from "@mantine/core";
import { IconKeyboard } from "@tabler/icons-react";
import { useState } from "react";
import classes from "./ShortcutHelp.module.css";

export const SHORTCUTS: readonly (readonly [string, string])[] = [
  ["D", "I’m done with my answer"],
  ["T", "Type instead"],
  ["M", "Mute or unmute"],
  ["R", "Repeat the question"],
  ["S", "Skip the question"],
  ["P", "Pause or go on"],
  ["H", "Transcript"],
];

const IS_APPLE = /Mac|iPhone|iPad/.test(navigator.userAgent);
export const SEND_KEYS = IS_APPLE ? "⌘ Enter" : "Ctrl Enter";

interface Props {
  enabled: boolean;
  onEnabled: (on: boolean) => void;
}

export function ShortcutHelp({ enabled, onEnabled }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" width={312} radius="md" trapFocus returnFocus>
      <Popover.Target>
        <Tooltip label="Keys" openDelay={500} disabled={open}>
          <ActionIcon
            size={40}
            className={classes.button}
            onClick={() => setOpen((was) => !was)}
            aria-expanded={open}
            aria-label="Keyboard shortcuts"
          >
            <IconKeyboard size={20} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown}>
        <h2 className={classes.title}>Keys</h2>
        <dl className={classes.list} data-off={!enabled || undefined}>
          {SHORTCUTS.map(([key, what]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
          <div>
            <dt>
              <kbd>{SEND_KEYS}</kbd>
            </dt>
            <dd>Send what you typed</dd>
          </div>
        </dl>
        <label className={classes.toggle}>
          <input type="checkbox" checked={enabled} onChange={(event) => onEnabled(event.currentTarget.checked)} />
          Single keys are on
        </label>
      </Popover.Dropdown>
    </Popover>
  );
}
