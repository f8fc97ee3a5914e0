// Keeps the server's copy of the file equal to what the candidate types: one patch in flight, each against the revision
// that was acknowledged last. Nothing here knows the page: time, identity and the wire are ports.
import type { Patch, PatchApplied, PatchRefused } from "../messages";
import { codeLength, MAX_CODE_CHARS, nextStep } from "./patch";
import { sha256 } from "./sha256";

export const DEBOUNCE_MS = 600;
export const ANSWER_MS = 8_000; // no answer for so long: the same patch is sent again
export const RETRY_MS = 5_000;
const MOST_REFUSALS = 4; // in a row; then the page says so and tries more slowly

export interface SyncTrouble {
  code: PatchRefused["code"] | "too_long";
  message: string;
}

export interface SyncView {
  status: "saved" | "saving" | "unsaved" | "trouble";
  revision: number;
  /** What the editor holds. */
  text: string;
  trouble: SyncTrouble | null;
}

export interface SyncPorts {
  send(patch: Patch): void;
  newId(): string;
  now(): number;
  /** Calls `wake` after so many milliseconds. */
  schedule(ms: number): void;
}

interface Flight {
  message: Patch;
  /** What the file will be; null: the patch only asks what the server has. */
  text: string | null;
  /** The whole of what was typed when it was sent. */
  whole: boolean;
  post: number;
  sentAt: number;
}

export class PatchSync {
  text = "";
  /** The server's file at `revision`, as far as we know. */
  base = "";
  revision = 0;
  private flight: Flight | null = null;
  private trouble: SyncTrouble | null = null;
  private online = false;
  private opened = false;
  private closed = false;
  private dueAt = 0;
  private refusals = 0;
  private posts = 0;
  private wanted: { post: number; then: (revision: number) => void } | null = null;

  constructor(
    private readonly exercise: string,
    private readonly filename: string,
    private readonly ports: SyncPorts,
  ) {}

  get view(): SyncView {
    const { revision, text, trouble } = this;
    if (trouble) return { status: "trouble", revision, text, trouble };
    if (this.inStep) return { status: "saved", revision, text, trouble };
    return { status: this.online && !this.closed ? "saving" : "unsaved", revision, text, trouble };
  }

  /** Texts that the server may have by now: the acknowledged one and the one in flight. */
  get possible(): string[] {
    return this.flight?.text == null ? [this.base] : [this.base, this.flight.text];
  }

  /** The server told what it has: at the start, after a reconnect, and when the modification is asked for. */
  open(revision: number, text: string, closed: boolean): void {
    const first = !this.opened;
    const flying = this.online && this.flight?.message.base === revision; // its answer is still to come
    this.opened = this.online = true;
    this.closed = closed;
    if (first) this.text = text;
    if (closed || !flying) {
      this.flight = null;
      this.take(revision, text);
    }
    this.wake();
  }

  edit(text: string): void {
    if (this.closed || text === this.text) return;
    this.text = text;
    const long = codeLength(text) > MAX_CODE_CHARS;
    this.trouble = long ? tooLong(text) : null;
    this.dueAt = this.ports.now() + DEBOUNCE_MS;
    this.ports.schedule(DEBOUNCE_MS);
  }

  /** Saves now; `then` gets the first revision that holds what is typed at this moment. A later call replaces it. */
  save(then: (revision: number) => void): void {
    if (this.inStep) {
      then(this.revision);
      return;
    }
    const covered = this.flight?.whole === true && this.flight.text === this.text;
    this.wanted = { post: this.posts + (covered ? 0 : 1), then };
    this.dueAt = this.ports.now();
    this.wake();
  }

  lostConnection(): void {
    this.online = false;
  }

  applied({ client_id, revision, sha256: hash }: PatchApplied): void {
    const flight = this.flight;
    if (flight?.message.client_id !== client_id) return; // an answer that came twice, or late
    this.flight = null;
    if (flight.text === null || sha256(flight.text) !== hash) {
      this.revision = revision;
      this.disagree();
      return;
    }
    this.refusals = 0;
    this.take(revision, flight.text);
    if (!flight.whole) this.dueAt = this.ports.now(); // the rest of a change that was too big for one message
    else this.reached(flight.post);
    this.wake();
  }

  refused(message: PatchRefused): void {
    const { client_id, code, revision, text } = message;
    if (this.flight?.message.client_id !== client_id) return;
    const asked = this.flight.text === null;
    this.flight = null;
    switch (code) {
      case "stale_base":
      case "hunk_failed":
      case "outside":
      case "malformed":
        this.take(revision, text);
        this.again(asked ? null : message);
        return;
      case "not_stored":
        this.trouble = { code, message: message.message };
        this.wait(RETRY_MS);
        return;
      case "too_large":
        this.trouble = { code, message: message.message };
        this.dueAt = Infinity; // until it is changed
        return;
      case "not_open":
        this.closed = true;
        this.take(revision, text);
        if (!this.inStep) this.trouble = { code, message: message.message };
        return;
    }
  }

  /** Looks whether something is due; safe to call at any time. */
  wake(): void {
    if (!this.online || this.closed) return;
    const now = this.ports.now();
    if (this.flight) {
      if (now - this.flight.sentAt >= ANSWER_MS) this.launch({ ...this.flight, sentAt: now });
      return;
    }
    if (this.inStep) {
      this.trouble = null;
      this.reached(Infinity);
      return;
    }
    if (now >= this.dueAt && this.trouble?.code !== "too_long") this.post();
  }

  private get inStep(): boolean {
    return this.flight === null && this.text === this.base;
  }

  private take(revision: number, text: string): void {
    this.revision = revision;
    this.base = text;
    if (this.text === text) this.trouble = null;
  }

  private post(): void {
    const step = nextStep(this.filename, this.base, this.text);
    if (!step) {
      this.trouble = tooLong(this.text);
      return;
    }
    this.trouble = null;
    const message = this.patch(this.revision, step.diff);
    this.launch({
      message,
      text: step.text,
      whole: step.text === this.text,
      post: ++this.posts,
      sentAt: this.ports.now(),
    });
  }

  /** The server has something else than we thought. A patch against a revision that is past makes it say what. */
  private disagree(): void {
    if (++this.refusals > MOST_REFUSALS) {
      this.trouble = { code: "hunk_failed", message: "The server’s copy of the file doesn’t match." };
      this.wait(RETRY_MS);
      return;
    }
    const diff = `--- a/${this.filename}\n+++ b/${this.filename}\n@@ -1,1 +1,1 @@\n-?\n+??\n`;
    this.launch({ message: this.patch(0, diff), text: null, whole: false, post: this.posts, sentAt: this.ports.now() });
  }

  private again(refusal: PatchRefused | null): void {
    if (refusal) this.refusals++;
    if (refusal && this.refusals > MOST_REFUSALS) {
      this.trouble = { code: refusal.code, message: refusal.message };
      this.wait(RETRY_MS);
      return;
    }
    this.dueAt = Math.min(this.dueAt, this.ports.now());
    this.wake();
  }

  private reached(post: number): void {
    if (!this.wanted || post < this.wanted.post) return;
    const { then } = this.wanted;
    this.wanted = null;
    then(this.revision);
  }

  private wait(ms: number): void {
    this.dueAt = this.ports.now() + ms;
    this.ports.schedule(ms);
  }

  private patch(base: number, diff: string): Patch {
    return { type: "patch", client_id: this.ports.newId(), exercise: this.exercise, base, diff };
  }

  private launch(flight: Flight): void {
    this.flight = flight;
    this.ports.send(flight.message);
    this.ports.schedule(ANSWER_MS);
  }
}

function tooLong(text: string): SyncTrouble {
  const over = (codeLength(text) - MAX_CODE_CHARS).toLocaleString("en");
  return { code: "too_long", message: `The file is ${over} characters too long to be saved. It stays here; shorten it.` };
}
