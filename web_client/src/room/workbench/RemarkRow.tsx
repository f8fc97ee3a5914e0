import { Button, Textarea } from "@mantine/core";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import type { Remark } from "../messages";
import { SEND_KEYS } from "../stage/ShortcutHelp";
import { MAX_REMARK_CHARS } from "./remarks";
import classes from "./RemarkRow.module.css";

/** A remark that is being written: on which line, which of all it is once there is one, and what stood there before. */
export interface Writing {
  line: number;
  index: number | null;
  before: string;
}

interface KeyProps {
  line: number;
  marked: boolean;
  disabled: boolean;
  onClick: () => void;
}

/** A line's number; pressed, it opens a field for a remark on that line. */
export function RemarkKey({ line, marked, disabled, onClick }: KeyProps) {
  return (
    <button
      type="button"
      id={`remark-key-${line}`}
      className={classes.key}
      data-marked={marked || undefined}
      disabled={disabled}
      onClick={onClick}
      aria-label={`Remark on line ${line}${marked ? ", which has one" : ""}`}
    >
      {line}
    </button>
  );
}

interface RowProps {
  line: number;
  remarks: (Remark & { index: number })[];
  writing: Writing | null;
  closed: boolean;
  full: boolean;
  onEdit: (index: number, text: string) => void;
  onType: (text: string) => void;
  onFinish: (keep: boolean) => void;
  onDrop: (index: number) => void;
}

/** What was remarked on a line, and the field for one more; what is typed is saved as it is typed. */
export function RemarkRow({ line, remarks, writing, closed, full, onEdit, onType, onFinish, onDrop }: RowProps) {
  const shown = remarks.filter(({ index }) => index !== writing?.index);
  const fits = writing !== null && (writing.index !== null || !full);
  return (
    <tr className={classes.row}>
      <td colSpan={2}>
        {shown.map(({ index, text }) => (
          <div key={index} className={classes.remark}>
            <p>{text}</p>
            {closed ? null : (
              <span>
                <Small label={`Change the remark on line ${line}`} onClick={() => onEdit(index, text)}>
                  Change
                </Small>
                <Small label={`Delete the remark on line ${line}`} onClick={() => onDrop(index)}>
                  Delete
                </Small>
              </span>
            )}
          </div>
        ))}
        {writing && !fits ? <p className={classes.full}>Sixty remarks are the most. Join or delete some first.</p> : null}
        {writing && fits ? <Field key={line} line={line} first={writing.before} onType={onType} onFinish={onFinish} /> : null}
      </td>
    </tr>
  );
}

function Small({ label, onClick, children }: { label: string; onClick: () => void; children: string }) {
  return (
    <Button size="compact-xs" variant="subtle" color="gray" onClick={onClick} aria-label={label}>
      {children}
    </Button>
  );
}

interface FieldProps {
  line: number;
  first: string;
  onType: (text: string) => void;
  onFinish: (keep: boolean) => void;
}

function Field({ line, first, onType, onFinish }: FieldProps) {
  const [text, setText] = useState(first);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const press = (event: KeyboardEvent) => {
    if (event.key === "Escape") onFinish(false);
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) onFinish(true);
  };
  return (
    <div className={classes.field}>
      <Textarea
        ref={field}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          onType(event.currentTarget.value);
        }}
        onKeyDown={press}
        rows={3}
        maxLength={MAX_REMARK_CHARS}
        aria-label={`Remark on line ${line}`}
        placeholder="What is wrong here, and why does it matter?"
      />
      <div>
        <span>{SEND_KEYS} keeps it</span>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={() => onFinish(false)}>
          Cancel
        </Button>
        <Button size="compact-sm" onClick={() => onFinish(true)}>
          Keep
        </Button>
      </div>
    </div>
  );
}
