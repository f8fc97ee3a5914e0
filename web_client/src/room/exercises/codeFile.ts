// The file of a coding exercise as this page holds it: what is typed, what is saved, earlier versions, and what a reload
// found in this browser.
import type { ExerciseOpened, Patch, PatchApplied, PatchRefused } from "../messages";
import { Shelf, verdictOn, withVersion, type Version } from "./shelf";
import type { Local } from "./state";
import { PatchSync } from "./sync";

export interface FilePorts {
  send(patch: Patch): void;
  newId(): string;
  now(): number;
  /** Calls `wake` after so many milliseconds. */
  schedule(ms: number): void;
  changed(change: Local): void;
}

export class CodeFile {
  private readonly sync: PatchSync;
  private readonly editors = new Set<(text: string) => void>();
  private versions: Version[] = [];
  private other: string | null = null; // the kept copy that the candidate has not decided on
  private opened = false;

  constructor(
    exercise: string,
    filename: string,
    private readonly shelf: Shelf,
    private readonly ports: FilePorts,
  ) {
    this.sync = new PatchSync(exercise, filename, ports);
  }

  get text(): string {
    return this.sync.text;
  }

  open({ revision, text, closed }: ExerciseOpened): void {
    const copy = this.opened || closed ? null : this.shelf.code();
    const verdict = verdictOn(copy, text);
    if (!this.opened && !closed) this.versions = this.shelf.versions();
    this.opened = true;
    this.sync.open(revision, text, closed);
    this.remember(false);
    if (copy && verdict === "restore") {
      this.replace(copy.text);
      this.ports.changed({ restored: true });
    }
    if (copy && verdict === "ask") {
      this.other = copy.text;
      this.ports.changed({ conflict: { kind: "code", texts: { code: copy.text } } });
    }
    this.publish();
  }

  /** The candidate typed. */
  edit(text: string): void {
    this.sync.edit(text);
    this.publish();
  }

  /** A text from elsewhere: an earlier version, or the copy of this browser. */
  replace(text: string): void {
    this.sync.edit(text);
    for (const show of this.editors) show(text);
    this.publish();
  }

  /** Calls `show` with each text that did not come from the editor; returns what ends it. */
  watch(show: (text: string) => void): () => void {
    this.editors.add(show);
    return () => this.editors.delete(show);
  }

  /** The candidate chose; the version that was not taken stays among the earlier ones. */
  decide(useMine: boolean): void {
    const mine = this.other;
    this.other = null;
    if (mine === null) return;
    const left = useMine ? this.sync.text : mine;
    this.keepVersion(left, true);
    if (useMine) this.replace(mine);
    this.ports.changed({ conflict: null });
    this.publish();
  }

  /** Saves now and gives the revision that holds what is typed at this moment. */
  save(then: (revision: number) => void): void {
    this.sync.save((revision) => {
      this.remember(true);
      then(revision);
    });
    this.publish();
  }

  applied(message: PatchApplied): void {
    this.sync.applied(message);
    this.remember(false);
    this.publish();
  }

  refused(message: PatchRefused): void {
    this.sync.refused(message);
    this.publish();
  }

  wake(): void {
    this.sync.wake();
    this.publish();
  }

  lostConnection(): void {
    this.sync.lostConnection();
    this.publish();
  }

  /** Nothing can be changed any more: the copy in this browser has done its work unless it alone holds something. */
  close({ revision, text }: { revision: number; text: string }): void {
    this.sync.open(revision, text, true);
    if (this.sync.text === text) this.shelf.clear();
    this.publish();
  }

  closeHere(): void {
    this.close({ revision: this.sync.revision, text: this.sync.base });
  }

  private remember(mark: boolean): void {
    this.keepVersion(this.sync.base, mark);
  }

  private keepVersion(text: string, mark: boolean): void {
    const version = { revision: this.sync.revision, at: this.ports.now(), text };
    this.versions = withVersion(this.versions, version, mark);
    this.shelf.keepVersions(this.versions);
  }

  private publish(): void {
    const { view } = this.sync;
    if (this.other === null && this.opened) this.shelf.keepCode(this.sync.text, this.sync.possible);
    this.ports.changed({ file: view, versions: this.versions });
  }
}
