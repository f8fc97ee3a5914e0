// The code editor; it and its language come when an exercise opens, never before.
import { indentUnit } from "@codemirror/language";
import { Compartment, EditorState, type Extension } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import { useEffect, useRef } from "react";
import type { CodeLanguage } from "../../components/exercises/highlight";
import { cx } from "../../lib/cx";
import code from "../../components/exercises/Code.module.css";
import { basics, fromElsewhere, replace } from "./editorParts";
import classes from "./Editor.module.css";

interface Props {
  filename: string;
  language: CodeLanguage;
  text: string;
  readOnly: boolean;
  onChange: (text: string) => void;
  onRun: () => void;
  /** Escape: the focus goes on to what comes after the editor. */
  onLeave: () => void;
  /** Calls back with each text that came from elsewhere. */
  watch: (show: (text: string) => void) => () => void;
}

async function languageOf(language: CodeLanguage): Promise<Extension> {
  switch (language) {
    case "python":
      return [(await import("@codemirror/lang-python")).python(), indentUnit.of("    ")];
    case "javascript":
      return (await import("@codemirror/lang-javascript")).javascript();
    case "sql": {
      const { sql, SQLite } = await import("@codemirror/lang-sql");
      return sql({ dialect: SQLite });
    }
  }
}

export default function Editor({ filename, language, text, readOnly, onChange, onRun, onLeave, watch }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const first = useRef(text);
  const on = useRef({ onChange, onRun, onLeave });
  const locked = useRef(readOnly);
  useEffect(() => {
    on.current = { onChange, onRun, onLeave };
    locked.current = readOnly;
  });

  useEffect(() => {
    if (!place.current) return;
    const tongue = new Compartment();
    const view = new EditorView({
      doc: first.current,
      parent: place.current,
      extensions: [
        keymap.of([
          { key: "Mod-Enter", run: () => handled(on.current.onRun) },
          { key: "Escape", run: () => handled(on.current.onLeave) },
        ]),
        basics(`Code editor, ${filename}. Tab indents, Escape leaves the editor, Control Enter runs the tests.`),
        EditorState.changeFilter.of((change) => !locked.current || change.annotation(fromElsewhere) === true),
        EditorView.updateListener.of((update) => {
          const own = !update.transactions.some((change) => change.annotation(fromElsewhere));
          if (update.docChanged && own) on.current.onChange(update.state.doc.toString());
        }),
        tongue.of([]),
      ],
    });
    const life = { over: false };
    void languageOf(language).then((extension) => {
      if (!life.over) view.dispatch({ effects: tongue.reconfigure(extension) });
    });
    const stop = watch((next) => replace(view, next));
    return () => {
      life.over = true;
      first.current = view.state.doc.toString();
      stop();
      view.destroy();
    };
  }, [filename, language, watch]);

  return <div ref={place} className={cx(code.code, classes.editor)} data-readonly={readOnly || undefined} />;
}

function handled(action: () => void): boolean {
  action();
  return true;
}
