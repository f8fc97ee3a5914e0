// Typed answers that the server has not confirmed: kept through lost connections and reloads, sent again with the same id.

export interface Draft {
  client_id: string;
  text: string;
}

type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem">;

function isDraft(value: unknown): value is Draft {
  if (typeof value !== "object" || value === null) return false;
  const { client_id, text } = value as Partial<Record<keyof Draft, unknown>>;
  return typeof client_id === "string" && typeof text === "string";
}

export class Outbox {
  private drafts: Draft[];

  constructor(
    private readonly shelf: Shelf,
    private readonly key: string,
    private readonly newId: () => string = () => crypto.randomUUID(),
  ) {
    this.drafts = this.load();
  }

  pending(): Draft[] {
    return [...this.drafts];
  }

  add(text: string): Draft {
    const draft = { client_id: this.newId(), text };
    this.drafts.push(draft);
    this.save();
    return draft;
  }

  stored(clientId: string): void {
    this.drafts = this.drafts.filter(({ client_id }) => client_id !== clientId);
    this.save();
  }

  private load(): Draft[] {
    try {
      const value: unknown = JSON.parse(this.shelf.getItem(this.key) ?? "[]");
      return Array.isArray(value) ? value.filter(isDraft) : [];
    } catch {
      return [];
    }
  }

  private save(): void {
    try {
      if (this.drafts.length === 0) this.shelf.removeItem(this.key);
      else this.shelf.setItem(this.key, JSON.stringify(this.drafts));
    } catch {
      // A full or forbidden storage only costs the survival of a reload; the answer itself is on its way.
    }
  }
}
