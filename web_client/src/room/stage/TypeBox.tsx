import { Button, Textarea } from "@mantine/core";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { MAX_ANSWER_CHARS } from "../messages";
import { SEND_KEYS } from "./ShortcutHelp";
import classes from "./TypeBox.module.css";

interface Props {
  storageKey: string;
  onTyping: () => void;
  onSend: (text: string) => void;
  /** Null where typing is the only way. */
  onClose: (() => void) | null;
}

const NEAR_THE_END = 500;

/** An answer in writing. What is begun survives closing the box and reloading the page. */
export function TypeBox({ storageKey, onTyping, onSend, onClose }: Props) {
  const [text, setText] = useState(() => sessionStorage.getItem(storageKey) ?? "");
  const field = useRef<HTMLTextAreaElement>(null);
  const trimmed = text.trim();
  const left = MAX_ANSWER_CHARS - text.length;

  useEffect(() => field.current?.focus({ preventScroll: true }), []);

  const write = (value: string) => {
    setText(value);
    if (value === "") sessionStorage.removeItem(storageKey);
    else sessionStorage.setItem(storageKey, value);
  };
  const send = () => {
    if (trimmed === "") return;
    onSend(trimmed);
    write("");
    field.current?.focus();
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      send();
    }
    if (event.key === "Escape" && onClose) onClose();
  };

  return (
    <form
      className={classes.box}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Textarea
        ref={field}
        value={text}
        onChange={(event) => {
          write(event.currentTarget.value);
          onTyping();
        }}
        onKeyDown={key}
        maxLength={MAX_ANSWER_CHARS}
        rows={3}
        aria-label="Your answer"
        placeholder="Write your answer"
        classNames={{ input: classes.input }}
      />
      <div className={classes.foot}>
        <span className={classes.hint}>
          {left <= NEAR_THE_END ? `${left} characters left` : <span className={classes.keys}>{SEND_KEYS} sends</span>}
        </span>
        <Button type="submit" disabled={trimmed === ""} size="sm">
          Send answer
        </Button>
      </div>
    </form>
  );
}
