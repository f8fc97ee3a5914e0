// Saves written work as it is typed: each part whole, one message of a part in flight, the newest text last.

export const PART_DEBOUNCE_MS = 800;
export const PART_ANSWER_MS = 10_000;

export interface PartView {
  text: string;
  saved: boolean;
}

export interface SaverPorts {
  send(part: string, clientId: string, text: string): void;
  newId(): string;
  now(): number;
  schedule(ms: number): void;
}

interface Part {
  text: string;
  /** What the server has stored. */
  stored: string;
  flight: { clientId: string; text: string; sentAt: number } | null;
  dueAt: number;
}

export class PartSaver {
  private readonly parts = new Map<string, Part>();
  private online = false;

  constructor(private readonly ports: SaverPorts) {}

  get views(): Record<string, PartView> {
    const views: Record<string, PartView> = {};
    for (const [name, { text, stored, flight }] of this.parts)
      views[name] = { text, saved: text === stored && flight === null };
    return views;
  }

  get allSaved(): boolean {
    return [...this.parts.values()].every(({ text, stored, flight }) => text === stored && flight === null);
  }

  /** Stored text of each part, for the browser's own copy. */
  stored(): Record<string, string> {
    return Object.fromEntries([...this.parts].map(([name, part]) => [name, part.stored]));
  }

  /** The server told what it has. What was typed here and is not there yet is sent again. */
  open(texts: Record<string, string>): void {
    this.online = true;
    for (const [name, stored] of Object.entries(texts)) {
      const part = this.parts.get(name);
      if (!part) this.parts.set(name, { text: stored, stored, flight: null, dueAt: 0 });
      else Object.assign(part, { stored, flight: null });
    }
    this.wake();
  }

  lostConnection(): void {
    this.online = false;
  }

  edit(name: string, text: string): void {
    const part = this.parts.get(name) ?? { text: "", stored: "", flight: null, dueAt: 0 };
    if (part.text === text) return;
    this.parts.set(name, { ...part, text, dueAt: this.ports.now() + PART_DEBOUNCE_MS });
    this.ports.schedule(PART_DEBOUNCE_MS);
  }

  saved(clientId: string): void {
    for (const part of this.parts.values()) {
      if (part.flight?.clientId !== clientId) continue;
      part.stored = part.flight.text;
      part.flight = null;
    }
    this.wake();
  }

  /** Sends everything that is not stored yet, without waiting for a pause. */
  flush(): void {
    for (const part of this.parts.values()) part.dueAt = 0;
    this.wake();
  }

  wake(): void {
    if (!this.online) return;
    const now = this.ports.now();
    for (const [name, part] of this.parts) {
      if (part.flight && now - part.flight.sentAt >= PART_ANSWER_MS) this.send(name, part, part.flight);
      else if (!part.flight && part.text !== part.stored && now >= part.dueAt)
        this.send(name, part, { clientId: this.ports.newId(), text: part.text });
    }
  }

  private send(name: string, part: Part, { clientId, text }: { clientId: string; text: string }): void {
    part.flight = { clientId, text, sentAt: this.ports.now() };
    this.ports.send(name, clientId, text);
    this.ports.schedule(PART_ANSWER_MS);
  }
}
