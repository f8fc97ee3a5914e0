// For tests: a strict server, and a sync machine whose clock and wire the test holds.
import { applyPatch } from "diff";
import type { Patch, PatchApplied, PatchRefused } from "../messages";
import { sha256 } from "./sha256";
import { PatchSync } from "./sync";

export const START = "def median(xs):\n    return xs[len(xs) // 2]\n";

/** A strict server: one text, numbered revisions, an answer for each client_id that is always the same. */
export class Server {
  text = START;
  revision = 0;
  private readonly answers = new Map<string, PatchApplied | PatchRefused>();

  take(patch: Patch): PatchApplied | PatchRefused {
    const known = this.answers.get(patch.client_id);
    if (known) return known;
    const answer = this.apply(patch);
    if (answer.type === "patch_applied") this.answers.set(patch.client_id, answer);
    return answer;
  }

  private apply({ client_id, exercise, base, diff }: Patch): PatchApplied | PatchRefused {
    const refuse = (code: PatchRefused["code"]): PatchRefused => ({
      type: "patch_refused", client_id, exercise, code, message: code, revision: this.revision, text: this.text,
    });
    if (base !== this.revision) return refuse("stale_base");
    const next = applyPatch(this.text, diff, { fuzzFactor: 0 });
    if (next === false) return refuse("hunk_failed");
    this.text = next;
    return { type: "patch_applied", client_id, exercise, revision: ++this.revision, sha256: sha256(next) };
  }
}

export class Rig {
  readonly server = new Server();
  readonly sent: Patch[] = [];
  clock = 0;
  private ids = 0;
  readonly sync = new PatchSync("median", "solution.py", {
    send: (patch) => this.sent.push(patch),
    newId: () => `p${++this.ids}`,
    now: () => this.clock,
    schedule: () => undefined,
  });

  constructor() {
    this.sync.open(0, START, false);
  }

  pass(ms: number): void {
    this.clock += ms;
    this.sync.wake();
  }

  hear(answer: PatchApplied | PatchRefused): void {
    if (answer.type === "patch_applied") this.sync.applied(answer);
    else this.sync.refused(answer);
  }

  last(): Patch {
    const patch = this.sent.at(-1);
    if (!patch) throw new Error("nothing was sent");
    return patch;
  }

  /** Answers until nothing is sent any more. */
  settle(): void {
    for (let seen = -1; seen !== this.sent.length; ) {
      seen = this.sent.length;
      if (seen > 0) this.hear(this.server.take(this.last()));
    }
  }
}
