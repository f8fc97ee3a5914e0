import { createContext, use } from "react";
import type { Span } from "../../api/types";
import type { Draft } from "./draft";
import type { Change } from "./editing";

interface Editor {
  draft: Draft;
  /** Id of the item that was added last. */
  added: string | null;
  /** Item id → what is wrong with it. */
  wrong: ReadonlyMap<string, string>;
  /** The document's. */
  text: string;
  change: (change: Change) => void;
  /** Highlights a place of the text. */
  show: (span: Span | null) => void;
}

export const EditorContext = createContext<Editor | null>(null);

export function useEditor(): Editor {
  const editor = use(EditorContext);
  if (editor === null) throw new Error("no editor around this");
  return editor;
}
