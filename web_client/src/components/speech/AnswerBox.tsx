/** One answer, spoken or typed. What is recorded stays in the page until it is sent; without a microphone one types. */
import { Button, Textarea } from "@mantine/core";
import { IconMicrophone, IconPlayerStopFilled } from "@tabler/icons-react";
import { useEffect, useId, useState } from "react";
import type { SpokenOrTyped } from "../../api/practice";
import { clock } from "../../lib/format";
import { MAX_ANSWER_CHARS } from "../../room/messages";
import type { MicrophoneProblem } from "../../room/audio/engine";
import { microphoneHelp } from "../../room/words";
import { place } from "../../lib/place";
import { Coded } from "../Coded";
import { ErrorNotice } from "../ErrorNotice";
import styles from "./AnswerBox.module.css";
import { Level } from "./Level";
import { LONGEST_S, useTake, type Take } from "./useTake";

interface Props {
  /** What is answered, for those who hear the page. */
  label: string;
  send: string;
  pending: boolean;
  error: unknown;
  onSend: (answer: SpokenOrTyped) => void;
  /** Why nobody can be heard on this server; null where speech is understood. */
  deaf: string | null;
  /** Something is said or written that is not sent yet. */
  onDirty?: (dirty: boolean) => void;
}

export function AnswerBox({ label, send, pending, error, onSend, deaf, onDirty }: Props) {
  const take = useTake();
  const [text, setText] = useState("");
  const [chosen, setTyping] = useState<boolean | null>(null);
  const blocked = deaf !== null || take.state.kind === "problem";
  const typing = chosen ?? blocked;
  const busy = take.state.kind !== "idle" && take.state.kind !== "problem";
  const dirty = busy || text.trim() !== "";
  useEffect(() => onDirty?.(dirty), [dirty, onDirty]);
  return (
    <div className={styles.box}>
      {typing ? (
        <Typed label={label} text={text} setText={setText} send={send} pending={pending} onSend={onSend} />
      ) : (
        <Spoken take={take} send={send} pending={pending} onSend={onSend} />
      )}
      {deaf !== null && (
        <p className={styles.note}>
          Speech can’t be understood on {place} yet. <Coded text={deaf} />
        </p>
      )}
      {take.state.kind === "problem" && deaf === null && <Problem take={take} />}
      {Boolean(error) && <ErrorNotice error={error} />}
      {deaf === null && !busy && !pending && (
        <Button variant="subtle" color="gray" size="sm" className={styles.switch} onClick={() => setTyping(!typing)}>
          {typing ? "Speak instead" : "Type instead"}
        </Button>
      )}
    </div>
  );
}

interface TypedProps extends Pick<Props, "label" | "send" | "pending" | "onSend"> {
  text: string;
  setText: (text: string) => void;
}

function Typed({ label, text, setText, send, pending, onSend }: TypedProps) {
  const empty = text.trim() === "";
  const submit = (): void => {
    if (!empty && !pending) onSend({ text: text.trim() });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Textarea
        label={label}
        autosize
        minRows={4}
        maxRows={14}
        maxLength={MAX_ANSWER_CHARS}
        value={text}
        readOnly={pending}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit();
        }}
      />
      <Button type="submit" mt={12} disabled={empty} loading={pending}>
        {send}
      </Button>
    </form>
  );
}

function Spoken({ take, send, pending, onSend }: { take: Take } & Pick<Props, "send" | "pending" | "onSend">) {
  const { state } = take;
  const id = useId();
  switch (state.kind) {
    case "recording":
      return (
        <div className={styles.recording}>
          <p className={styles.clock}>
            <i aria-hidden /> <span className="num">{clock(state.seconds)}</span>
            <span className={styles.limit}> of {clock(LONGEST_S)}</span>
          </p>
          <Level level={take.level} />
          <span role="status" className={styles.hidden}>
            {state.seconds >= LONGEST_S - 15 ? "Fifteen seconds left." : "Recording."}
          </span>
          <div className={styles.buttons}>
            <Button leftSection={<IconPlayerStopFilled size={16} aria-hidden />} onClick={take.stop} data-autofocus>
              Done
            </Button>
            <Button variant="subtle" color="gray" onClick={take.discard}>
              Cancel
            </Button>
          </div>
        </div>
      );
    case "recorded":
      return (
        <div className={styles.recorded}>
          <p id={id}>
            Your answer, <span className="num">{clock(state.seconds)}</span>. {state.seconds >= LONGEST_S && "Three minutes are the most. "}
            Hear it before you send it, if you like.
          </p>
          {/* It was said a moment ago by the one who hears it. */}
          {/* eslint-disable-next-line jsx-a11y/media-has-caption */}
          <audio controls src={state.url} aria-labelledby={id} />
          <div className={styles.buttons}>
            <Button loading={pending} onClick={() => onSend({ audio: state.wav })}>
              {send}
            </Button>
            <Button variant="default" disabled={pending} onClick={take.start}>
              Say it again
            </Button>
            <Button variant="subtle" color="gray" disabled={pending} onClick={take.discard}>
              Throw it away
            </Button>
          </div>
        </div>
      );
    case "idle":
    case "opening":
    case "problem":
      return (
        <Button
          size="md"
          leftSection={<IconMicrophone size={19} stroke={1.7} aria-hidden />}
          loading={state.kind === "opening"}
          onClick={take.start}
        >
          {state.kind === "problem" ? "Try the microphone again" : "Answer by voice"}
        </Button>
      );
  }
}

const whatToDo: Record<MicrophoneProblem, string> = {
  denied: "Click the microphone or lock sign beside the address, allow it for this page, and try again.",
  missing: "Plug one in and try again.",
  busy: "Another program may be using it. Close it and try again.",
  unsupported: "Browsers allow it only over https or on this computer’s own address (localhost).",
};

function Problem({ take }: { take: Take }) {
  if (take.state.kind !== "problem") return null;
  return (
    <p className={styles.note} role="alert">
      <b>{microphoneHelp(take.state.problem).title}.</b> {whatToDo[take.state.problem]} Typing is just as good.
    </p>
  );
}
