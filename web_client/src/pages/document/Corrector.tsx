import { Button, Group, Modal } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { useBlocker } from "@tanstack/react-router";
import { useCallback, useMemo, useReducer, useState } from "react";
import { useCorrect } from "../../api/documents";
import type { DocumentBody, JobExtract, ResumeExtract, Span } from "../../api/types";
import { ErrorNotice } from "../../components/ErrorNotice";
import styles from "./DocumentPage.module.css";
import { fromDraft, problems, toDraft } from "./draft";
import { begin, edit, nameOf } from "./editing";
import { EditorContext } from "./context";
import { Section } from "./Section";
import { shapes } from "./shape";
import { TextPane } from "./TextPane";

interface Props {
  document: DocumentBody;
  extract: ResumeExtract | JobExtract;
}

export function Corrector({ document, extract }: Props) {
  const sections = shapes[document.kind];
  const [state, change] = useReducer(edit, null, () => begin(toDraft(extract, sections, document.text)));
  const [saved, setSaved] = useState(0);
  const [span, setSpan] = useState<Span | null>(null);
  const wrong = useMemo(() => problems(state.draft, sections, document.text), [state.draft, sections, document.text]);
  const correct = useCorrect(document.id);
  const dirty = state.version !== saved;
  const blocker = useBlocker({ shouldBlockFn: () => dirty, enableBeforeUnload: () => dirty, withResolver: true });

  const save = (): void => {
    if (!dirty || wrong.size > 0 || correct.isPending) return;
    const { version } = state;
    const body = fromDraft(state.draft, sections, document.text) as unknown;
    correct.mutate(document.kind === "resume" ? { resume: body as ResumeExtract } : { job: body as JobExtract }, {
      onSuccess: () => setSaved(version),
    });
  };
  useHotkeys([["mod+S", save]], []);
  const show = useCallback((next: Span | null) => setSpan(next), []);
  const context = useMemo(
    () => ({ draft: state.draft, added: state.added, wrong, text: document.text, change, show }),
    [state.draft, state.added, wrong, document.text, show],
  );

  return (
    <EditorContext value={context}>
      <div className={styles.columns}>
        <div className={styles.extract}>
          {sections.map((section) => (
            <Section key={section.key} section={section} />
          ))}
        </div>
        <TextPane text={document.text} span={span} />
      </div>
      <div className={styles.saving}>
        <div role="status" className={styles.saveState} data-dirty={dirty || undefined}>
          {state.removed !== null && <span>Removed {nameOf(state.removed) === "" ? "an empty item" : `“${nameOf(state.removed)}”`}.</span>}
          <span>{stateWords(dirty, wrong.size, correct.isPending, document.extract?.corrected_at ?? null)}</span>
        </div>
        {state.removed !== null && (
          <Button variant="default" size="sm" onClick={() => change({ type: "undo" })}>
            Undo
          </Button>
        )}
        <Button size="sm" onClick={save} loading={correct.isPending} disabled={!dirty || wrong.size > 0}>
          Save
        </Button>
      </div>
      {correct.isError && <ErrorNotice error={correct.error} />}
      <Modal opened={blocker.status === "blocked"} onClose={() => blocker.reset?.()} title="Leave without saving?">
        <p>Your corrections are not saved yet. If you leave now, they are lost.</p>
        <Group justify="flex-end" mt={24}>
          <Button variant="default" onClick={() => blocker.reset?.()} data-autofocus>
            Stay
          </Button>
          <Button color="red.8" onClick={() => blocker.proceed?.()}>
            Leave
          </Button>
        </Group>
      </Modal>
    </EditorContext>
  );
}

function stateWords(dirty: boolean, wrong: number, saving: boolean, corrected: string | null): string {
  if (saving) return "Saving …";
  if (wrong > 0) return wrong === 1 ? "One item needs attention before this can be saved." : `${wrong} items need attention before this can be saved.`;
  if (dirty) return "Not saved yet.";
  return corrected === null ? "As it was read. Nothing to save." : "Saved. Your next plan uses this version.";
}
