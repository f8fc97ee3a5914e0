import { ActionIcon, Checkbox, Menu, UnstyledButton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { IconCalendarEvent } from "@tabler/icons-react";
import { useChangeItem } from "../../api/practice";
import type { PracticeItem } from "../../api/types";
import { ErrorNotice } from "../../components/ErrorNotice";
import { toast } from "../../app/toast";
import { practiceWords } from "../../lib/words";
import { dayName } from "./days";
import styles from "./Practice.module.css";

interface Props {
  item: PracticeItem;
  startsOn: string;
  onDrill: (key: string) => void;
}

export function Item({ item, startsOn, onDrill }: Props) {
  const change = useChangeItem();
  const done = item.done_at !== null;
  const move = (day: number): void => {
    const { name } = dayName(startsOn, day);
    change.mutate(
      { id: item.id, day },
      { onSuccess: () => toast(`“${item.title}” is moved to ${name.toLowerCase() === name ? name : lower(name)}.`) },
    );
  };
  return (
    <li className={styles.item} data-done={done || undefined}>
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
          {practiceWords[item.kind]} · {item.minutes} min <Door item={item} onDrill={onDrill} />
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
              <Menu.Item key={day} disabled={day === item.day} onClick={() => move(day)}>
                {name}, {date}
              </Menu.Item>
            );
          })}
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}

/** "Today" and "Tomorrow" inside a sentence; weekdays keep their capital. */
const lower = (name: string): string => (["Today", "Tomorrow", "Yesterday"].includes(name) ? name.toLowerCase() : name);

/** Where an item is done: the room, or the drill further down. */
export function Door({ item, onDrill }: { item: Pick<PracticeItem, "kind" | "target" | "title">; onDrill: (key: string) => void }) {
  const { kind, target } = item;
  switch (kind) {
    case "micro_drill":
      return target === null ? null : (
        <UnstyledButton className={styles.door} aria-label={`Open the drill: ${item.title}`} onClick={() => onDrill(target)}>
          Open the drill
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
