// Written work beside the talk, notes of a case or remarks on a pull request: saved as typed, kept over a reload.
import type { Artifacts, ClientMessage, ExerciseOpened, Remark } from "../messages";
import { PartSaver } from "./saving";
import type { Shelf } from "./shelf";
import type { Local } from "./state";

export const SCRATCHPAD = "scratchpad";
export const SUMMARY = "summary";
export const REMARKS = "remarks";
export const outlinePart = (section: string): string => `outline:${section}`;

export interface PapersPorts {
  send(message: ClientMessage): void;
  newId(): string;
  now(): number;
  schedule(ms: number): void;
  changed(change: Local): void;
}

export class Papers {
  private readonly saver: PartSaver;
  private others: Record<string, string> | null = null; // kept copies that the candidate has not decided on
  private opened = false;

  constructor(
    exercise: string,
    private readonly shelf: Shelf,
    private readonly ports: PapersPorts,
  ) {
    this.saver = new PartSaver({
      ...ports,
      send: (part, clientId, text) => ports.send(messageOf(exercise, part, clientId, text)),
    });
  }

  open(message: ExerciseOpened): void {
    const told = partsOf(message);
    const copy = this.opened || message.closed ? null : this.shelf.parts();
    this.opened = true;
    this.saver.open(told);
    if (copy) this.takeUp(copy.texts, copy.stored, told);
    this.publish();
  }

  edit(part: string, text: string): void {
    this.saver.edit(part, text);
    this.publish();
  }

  decide(useMine: boolean): void {
    const mine = this.others;
    this.others = null;
    if (useMine && mine) for (const [part, text] of Object.entries(mine)) this.saver.edit(part, text);
    this.ports.changed({ conflict: null });
    this.publish();
  }

  saved(clientId: string): void {
    this.saver.saved(clientId);
    this.publish();
  }

  flush(): void {
    this.saver.flush();
    this.publish();
  }

  wake(): void {
    this.saver.wake();
    this.publish();
  }

  lostConnection(): void {
    this.saver.lostConnection();
  }

  close(): void {
    if (this.saver.allSaved) this.shelf.clear();
  }

  /** What was typed after the last save is put back; where the server has moved on since, the candidate chooses. */
  private takeUp(texts: Record<string, string>, stored: Record<string, string>, told: Record<string, string>): void {
    const others: Record<string, string> = {};
    let restored = false;
    for (const [part, text] of Object.entries(texts)) {
      const server = told[part] ?? "";
      if (text === server || text === stored[part]) continue;
      if (server === (stored[part] ?? "")) {
        this.saver.edit(part, text);
        restored = true;
      } else others[part] = text;
    }
    if (restored) this.ports.changed({ restored });
    if (Object.keys(others).length === 0) return;
    this.others = others;
    this.ports.changed({ conflict: { kind: "parts", texts: others } });
  }

  private publish(): void {
    const parts = this.saver.views;
    if (this.others === null && this.opened) {
      const texts = Object.fromEntries(Object.entries(parts).map(([part, { text }]) => [part, text]));
      this.shelf.keepParts({ texts, stored: this.saver.stored() });
    }
    this.ports.changed({ parts });
  }
}

function partsOf({ view, artifacts, remarks }: ExerciseOpened): Record<string, string> {
  if (view.kind === "coding") return { [REMARKS]: writeRemarks(remarks) };
  const parts: Record<string, string> = { [SCRATCHPAD]: artifacts.scratchpad, [SUMMARY]: artifacts.summary };
  for (const section of view.outline_sections) parts[outlinePart(section)] = outlineOf(artifacts, section);
  return parts;
}

const outlineOf = ({ outline }: Artifacts, section: string): string => outline[section] ?? "";

function messageOf(exercise: string, part: string, client_id: string, text: string): ClientMessage {
  if (part === REMARKS) return { type: "save_remarks", client_id, exercise, remarks: readRemarks(text) };
  if (part === SCRATCHPAD || part === SUMMARY) return { type: "save_artifact", client_id, exercise, part, text };
  const section = part.slice(outlinePart("").length);
  return { type: "save_artifact", client_id, exercise, part: "outline", section, text };
}

/** Remarks as a part's text; by line, so that the same remarks are the same text. */
export function writeRemarks(remarks: readonly Remark[]): string {
  return JSON.stringify([...remarks].sort((a, b) => a.line - b.line).map(({ line, text }) => ({ line, text })));
}

export function readRemarks(text: string): Remark[] {
  const value: unknown = text === "" ? [] : JSON.parse(text);
  const values: unknown[] = Array.isArray(value) ? value : [];
  return values.filter(isRemark);
}

function isRemark(value: unknown): value is Remark {
  if (typeof value !== "object" || value === null) return false;
  const { line, text } = value as Partial<Record<keyof Remark, unknown>>;
  return typeof line === "number" && typeof text === "string";
}
