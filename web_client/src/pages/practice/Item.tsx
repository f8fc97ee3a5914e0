import { ActionIcon, Checkbox, Menu, UnstyledButton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { IconCalendarEvent } from "@tabler/icons-react";
import { useRef } from "react";
import { useChangeItem } from "../../api/practice";
import type { Drill, PracticeItem } from "../../api/types";
import { ErrorNotice } from "../../components/ErrorNotice";
import { practiceWords } from "../../lib/words";
import { Attempt } from "./Attempt";
import { dayName } from "./days";
import styles from "./Practice.module.css";

interface Props {
  item: PracticeItem;
  startsOn: string;
  /** The drill of this item where it is open right here. */
  drill: Drill | null;
  onDrill: (key: string | null) => void;
  onMove: (day: number) => void;
  /** It is being dragged; null: it is let go. */
  onHold: (id: string | null) => void;
}

/** Moves by dragging to another day, or by the menu on it, which the keyboard reaches. */
export function Item({ item, startsOn, drill, onDrill, onMove, onHold }: Props) {
  const change = useChangeItem();
  const row = useRef<HTMLLIElement>(null);
  const close = (): void => {
    onDrill(null);
    row.current?.querySelector<HTMLElement>("[data-door]")?.focus(); // where it was opened
  };
  const done = item.done_at !== null;
  return (
    // Dragging is a shortcut of the menu.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      ref={row}
      className={styles.item}
      data-done={done || undefined}
      draggable={drill === null} // an open drill holds a text field
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/plain", item.title); // some browsers drag nothing without it
        onHold(item.id);
      }}
      onDragEnd={() => onHold(null)}
    >
      <Checkbox
        className={styles.check}
        checked={done}
        aria-label={`Done: ${item.title}`}
        onChange={(event) => change.mutate({ id: item.id, done: event.currentTarget.checked })}
      />
      <div className={styles.itemBody}>
        <p className={styles.itemTitle}>{item.title}</p>
        {item.details !== "" && <p className={styles.itemDetails}>{item.details}</p>}
        <p className={styles.meta}>
          {practiceWords[item.kind]} · {item.minutes} min <Door item={item} open={drill !== null} onDrill={drill === null ? onDrill : close} />
        </p>
        {change.isError && <ErrorNotice error={change.error} />}
      </div>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon size={36} aria-label={`Move to another day: ${item.title}`}>
            <IconCalendarEvent size={18} stroke={1.6} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>Move to</Menu.Label>
          {Array.from({ length: 7 }, (_, i) => i + 1).map((day) => {
            const { name, date } = dayName(startsOn, day);
            return (
              <Menu.Item key={day} disabled={day === item.day} onClick={() => onMove(day)}>
                {name}, {date}
              </Menu.Item>
            );
          })}
        </Menu.Dropdown>
      </Menu>
      {drill !== null && (
        <div className={styles.inline}>
          <Attempt key={drill.key} drill={drill} onClose={close} />
        </div>
      )}
    </li>
  );
}

interface DoorProps {
  item: Pick<PracticeItem, "kind" | "target" | "title">;
  /** Its drill is open right here. */
  open?: boolean;
  onDrill: (key: string) => void;
}

/** Where an item is done: the room, or the drill further down. */
export function Door({ item, open = false, onDrill }: DoorProps) {
  const { kind, target } = item;
  switch (kind) {
    case "micro_drill":
      return target === null ? null : (
        <UnstyledButton
          className={styles.door}
          data-door
          aria-expanded={open}
          aria-label={`${open ? "Close" : "Open"} the drill: ${item.title}`}
          onClick={() => onDrill(target)}
        >
          {open ? "Close the drill" : "Open the drill"}
        </UnstyledButton>
      );
    case "interview_simulation":
    case "coding_debug":
    case "coding_modify":
    case "case_study":
      if (kind !== "interview_simulation" && target !== null)
        return (
          <Link to="/exercises/$key" params={{ key: target }} className={styles.door} aria-label={`Open the exercise: ${item.title}`}>
            Open the exercise
          </Link>
        );
      return (
        <Link
          to="/interviews/new"
          {...(kind === "interview_simulation" && target !== null ? { search: { kit: target } } : {})}
          className={styles.door}
          aria-label={`Set up an interview: ${item.title}`}
        >
          Set up an interview
        </Link>
      );
  }
}
