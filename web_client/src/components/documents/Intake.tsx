/** Takes a document: a button, a drop, a paste of a file or of text. */
import { Button, FileButton, Textarea } from "@mantine/core";
import { IconFileUpload } from "@tabler/icons-react";
import { useEffect, useEffectEvent, useRef, useState, type DragEvent } from "react";
import { useUpload, type Upload } from "../../api/documents";
import type { DocumentKind, DocumentSummary } from "../../api/types";
import { ErrorNotice } from "../ErrorNotice";
import { ACCEPT, fileProblem, pastedName } from "./files";
import styles from "./Intake.module.css";

const words: Record<DocumentKind, { choose: string; drop: string; text: string }> = {
  resume: { choose: "Upload a résumé", drop: "Drop your résumé here", text: "The résumé’s text" },
  jd: { choose: "Upload a job description", drop: "Drop the job description here", text: "The job description’s text" },
};

const focus = (element: HTMLTextAreaElement | null): void => element?.focus();

interface Props {
  kind: DocumentKind;
  /** A paste counts wherever the focus is; else only inside. */
  everywhere?: boolean;
  onTaken?: (document: DocumentSummary) => void;
}

export function Intake({ kind, everywhere = false, onTaken }: Props) {
  const upload = useUpload();
  const [problem, setProblem] = useState<string | null>(null);
  const [over, setOver] = useState(false);
  const [text, setText] = useState<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const reset = useRef<() => void>(null);

  const send = (what: Upload): void => {
    setProblem(null);
    upload.mutate(what, {
      onSuccess: (document) => {
        setText(null);
        onTaken?.(document);
      },
    });
  };
  const take = (file: File | null | undefined): void => {
    reset.current?.(); // the same file may be chosen again
    if (!file) return;
    const wrong = fileProblem(file);
    setProblem(wrong);
    if (wrong === null) send({ kind, file });
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    if (event.dataTransfer.files.length > 1) setProblem("One file at a time, please.");
    else take(event.dataTransfer.files[0]);
  };
  const paste = useEffectEvent((event: ClipboardEvent): void => {
    const file = event.clipboardData?.files[0];
    const pasted = event.clipboardData?.getData("text/plain") ?? "";
    if (file === undefined && (pasted.trim() === "" || isField(event.target))) return;
    event.preventDefault();
    if (file) take(file);
    else setText(pasted);
  });
  useEffect(() => {
    const where = everywhere ? document : box.current;
    const listen = (event: Event): void => paste(event as ClipboardEvent);
    where?.addEventListener("paste", listen);
    return () => where?.removeEventListener("paste", listen);
  }, [everywhere]);

  return (
    <div className={styles.intake} ref={box}>
      {/* A drop is a shortcut of the buttons inside, which the keyboard reaches. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        className={styles.zone}
        role="group"
        aria-label={words[kind].drop}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <IconFileUpload size={26} stroke={1.4} aria-hidden className={styles.icon} />
        <p className={styles.lead}>
          <b>{words[kind].drop}</b>, or
        </p>
        <div className={styles.buttons}>
          <FileButton accept={ACCEPT} onChange={take} resetRef={reset} inputProps={{ "aria-label": words[kind].choose }}>
            {(props) => (
              <Button {...props} size="sm" loading={upload.isPending && text === null}>
                {words[kind].choose}
              </Button>
            )}
          </FileButton>
          <Button size="sm" variant="default" aria-expanded={text !== null} onClick={() => setText(text === null ? "" : null)}>
            Paste its text
          </Button>
        </div>
        <p className={styles.note}>PDF, DOCX, TXT or MD, up to 10 MB</p>
      </div>
      {text !== null && (
        <div className={styles.paste}>
          <Textarea label={words[kind].text} rows={9} value={text} ref={focus} onChange={(event) => setText(event.currentTarget.value)} />
          <div className={styles.buttons}>
            <Button
              size="sm"
              disabled={text.trim() === ""}
              loading={upload.isPending}
              onClick={() => send({ kind, text, name: pastedName(text) })}
            >
              Use this text
            </Button>
            <Button size="sm" variant="subtle" color="gray" onClick={() => setText(null)}>
              Cancel
            </Button>
          </div>
        </div>
      )}
      {problem !== null && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      {upload.isError && <ErrorNotice error={upload.error} />}
    </div>
  );
}

const isField = (target: EventTarget | null): boolean => target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
