// This browser's own copy of what was typed in an exercise: it survives a reload, a crash and a server that is away.
import { sha256 } from "./sha256";

const MOST_VERSIONS = 20;
const MOST_KEPT_CHARS = 300_000;
const VERSION_EVERY_MS = 20_000;

/** A version of the file that the server has acknowledged, to go back to. */
export interface Version {
  revision: number;
  at: number;
  text: string;
}

export interface CodeCopy {
  text: string;
  /** Hashes of what the server may have had when this was kept. */
  seen: string[];
}

export interface PartsCopy {
  texts: Record<string, string>;
  stored: Record<string, string>;
}

type Storing = Pick<Storage, "getItem" | "setItem" | "removeItem">;

export class Shelf {
  constructor(
    private readonly storage: Storing,
    private readonly key: string,
  ) {}

  code(): CodeCopy | null {
    const copy = this.read("code") as Partial<CodeCopy> | null;
    if (typeof copy?.text !== "string" || !Array.isArray(copy.seen)) return null;
    return { text: copy.text, seen: copy.seen };
  }

  keepCode(text: string, possible: readonly string[]): void {
    this.write("code", { text, seen: possible.map(sha256) } satisfies CodeCopy);
  }

  versions(): Version[] {
    const versions = this.read("versions");
    return Array.isArray(versions) ? versions.filter(isVersion) : [];
  }

  keepVersions(versions: readonly Version[]): void {
    this.write("versions", versions);
  }

  parts(): PartsCopy | null {
    const copy = this.read("parts") as Partial<PartsCopy> | null;
    return isTexts(copy?.texts) && isTexts(copy.stored) ? { texts: copy.texts, stored: copy.stored } : null;
  }

  keepParts(copy: PartsCopy): void {
    this.write("parts", copy);
  }

  clear(): void {
    for (const what of ["code", "versions", "parts"]) {
      try {
        this.storage.removeItem(`${this.key}-${what}`);
      } catch {
        // A forbidden storage kept nothing.
      }
    }
  }

  private read(what: string): unknown {
    try {
      return JSON.parse(this.storage.getItem(`${this.key}-${what}`) ?? "null");
    } catch {
      return null;
    }
  }

  private write(what: string, value: unknown): void {
    try {
      this.storage.setItem(`${this.key}-${what}`, JSON.stringify(value));
    } catch {
      // A full or forbidden storage costs the survival of a reload; the text itself goes to the server.
    }
  }
}

/** What becomes of a kept copy when the server tells its own text. */
export function verdictOn(copy: CodeCopy | null, serverText: string): "none" | "restore" | "ask" {
  if (!copy || copy.text === serverText) return "none";
  return copy.seen.includes(sha256(serverText)) ? "restore" : "ask";
}

/** The versions with one more: not every pause in typing is one, only what stood for a while or was run. */
export function withVersion(versions: readonly Version[], next: Version, mark: boolean): Version[] {
  const last = versions.at(-1);
  if (last?.text === next.text) return [...versions];
  const replaces = !mark && versions.length > 1 && last !== undefined && next.at - last.at < VERSION_EVERY_MS;
  const all = [...(replaces ? versions.slice(0, -1) : versions), next].slice(-MOST_VERSIONS);
  while (all.length > 1 && all.reduce((sum, { text }) => sum + text.length, 0) > MOST_KEPT_CHARS) all.shift();
  return all;
}

function isVersion(value: unknown): value is Version {
  if (typeof value !== "object" || value === null) return false;
  const { revision, at, text } = value as Partial<Record<keyof Version, unknown>>;
  return typeof revision === "number" && typeof at === "number" && typeof text === "string";
}

function isTexts(value: unknown): value is Record<string, string> {
  return typeof value === "object" && value !== null && Object.values(value).every((text) => typeof text === "string");
}
