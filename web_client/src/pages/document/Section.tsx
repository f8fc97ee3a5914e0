/** One part of the extract: fields, words, lines, or groups of fields with lines of their own. */
import { ActionIcon, Button } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useId, useRef } from "react";
import { cx } from "../../lib/cx";
import { useEditor } from "./context";
import styles from "./DocumentPage.module.css";
import type { Group } from "./draft";
import type { Place } from "./editing";
import { ItemField } from "./ItemField";
import type { SectionShape } from "./shape";

export function Section({ section }: { section: SectionShape }) {
  const { draft } = useEditor();
  const id = useId();
  const fixed = "fixed" in section && section.fixed === true;
  if (fixed && (draft.lists[section.key] ?? []).length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id}>{section.title}</h2>
      {"note" in section && section.note !== undefined && <p className={styles.note}>{section.note}</p>}
      {section.sort === "fields" && (
        <div className={styles.fields}>
          {section.fields.map(({ key, label }) => {
            const item = draft.fields[key];
            return item && <ItemField key={key} item={item} label={label} visibleLabel />;
          })}
        </div>
      )}
      {(section.sort === "words" || section.sort === "lines") && <Items section={section} />}
      {section.sort === "groups" && <Groups section={section} />}
    </section>
  );
}

type ListShape = Extract<SectionShape, { sort: "words" | "lines" }>;
type GroupShape = Extract<SectionShape, { sort: "groups" }>;

function Items({ section }: { section: ListShape }) {
  const { draft } = useEditor();
  const items = draft.lists[section.key] ?? [];
  const place: Place = { sort: "list", key: section.key };
  const add = useRef<HTMLButtonElement>(null);
  return (
    <>
      {items.length === 0 && <p className={styles.none}>{section.none}</p>}
      <ul className={section.sort === "words" ? styles.words : styles.lines} aria-label={section.title}>
        {items.map((item, index) => (
          <li key={item.id} className={styles.line}>
            <ItemField
              item={item}
              label={`${section.title}, ${index + 1}`}
              long={section.sort === "lines"}
              kinds={section.kinds}
              fixed={section.fixed === true}
            />
            <Remove place={place} id={item.id} name={item.text} then={add} />
          </li>
        ))}
      </ul>
      {section.fixed !== true && <Add place={place} section={section} label={`Add ${section.one}`} ref={add} />}
    </>
  );
}

function Groups({ section }: { section: GroupShape }) {
  const { draft } = useEditor();
  const groups = draft.groups[section.key] ?? [];
  const add = useRef<HTMLButtonElement>(null);
  return (
    <>
      {groups.length === 0 && <p className={styles.none}>{section.none}</p>}
      <ol className={styles.groups}>
        {groups.map((group, index) => (
          <li key={group.id} className={styles.group}>
            <OneGroup section={section} group={group} index={index} then={add} />
          </li>
        ))}
      </ol>
      <Add place={{ sort: "groups", key: section.key }} section={section} label={`Add ${section.one}`} ref={add} />
    </>
  );
}

interface OneProps {
  section: GroupShape;
  group: Group;
  index: number;
  then: React.RefObject<HTMLButtonElement | null>;
}

function OneGroup({ section, group, index, then }: OneProps) {
  const name = Object.values(group.fields).find(({ text }) => text.trim() !== "")?.text ?? `${section.title}, ${index + 1}`;
  const bullets: Place = { sort: "bullets", key: section.key, group: group.id };
  const add = useRef<HTMLButtonElement>(null);
  return (
    <fieldset className={styles.fieldset} aria-label={name}>
      <div className={styles.groupHead}>
        <div className={styles.fields}>
          {section.fields.map(({ key, label, form }) => {
            const item = group.fields[key];
            return item && <ItemField key={key} item={item} label={label} visibleLabel date={form === "date"} />;
          })}
        </div>
        <Remove place={{ sort: "groups", key: section.key }} id={group.id} name={name} then={then} />
      </div>
      {section.bullets && (
        <>
          <ul className={styles.lines} aria-label={`What was done: ${name}`}>
            {group.bullets.map((bullet, at) => (
              <li key={bullet.id} className={styles.line}>
                <ItemField item={bullet} label={`${name}, line ${at + 1}`} long />
                <Remove place={bullets} id={bullet.id} name={bullet.text} then={add} />
              </li>
            ))}
          </ul>
          <Add place={bullets} section={section} label="Add a line" ref={add} quiet />
        </>
      )}
    </fieldset>
  );
}

interface RemoveProps {
  place: Place;
  id: string;
  name: string;
  /** What takes the focus afterwards. */
  then: React.RefObject<HTMLButtonElement | null>;
}

function Remove({ place, id, name, then }: RemoveProps) {
  const { change } = useEditor();
  return (
    <ActionIcon
      size={36}
      className={styles.remove}
      aria-label={name === "" ? "Remove this empty item" : `Remove ${name.slice(0, 80)}`}
      onClick={() => {
        change({ type: "remove", place, id });
        then.current?.focus({ preventScroll: true });
      }}
    >
      <IconX size={16} stroke={1.7} />
    </ActionIcon>
  );
}

interface AddProps {
  place: Place;
  section: SectionShape;
  label: string;
  quiet?: boolean;
  ref: React.Ref<HTMLButtonElement>;
}

function Add({ place, section, label, quiet = false, ref }: AddProps) {
  const { change } = useEditor();
  return (
    <Button
      ref={ref}
      size="compact-sm"
      variant="subtle"
      className={cx(styles.addButton, quiet && styles.quiet)}
      leftSection={<IconPlus size={15} stroke={1.8} aria-hidden />}
      onClick={() => change({ type: "add", place, section })}
    >
      {label}
    </Button>
  );
}
