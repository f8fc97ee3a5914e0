/** Changes of a draft: edit, add, remove, and take a removal back. */
import { newGroup, newItem, type Draft, type Group, type Item } from "./draft";
import type { SectionShape } from "./shape";

/** A list of items, a list of groups, or the bullets of one group. */
export type Place = { sort: "list"; key: string } | { sort: "groups"; key: string } | { sort: "bullets"; key: string; group: string };

interface Removed {
  place: Place;
  index: number;
  what: Item | Group;
}

export interface Editing {
  draft: Draft;
  /** The last removal, as long as it can be taken back. */
  removed: Removed | null;
  /** The item that was added last: it takes the focus. */
  added: string | null;
  /** Counts changes; the page compares it with the count at the last save. */
  version: number;
}

export type Change =
  | { type: "edit"; id: string; text: string }
  | { type: "kind"; id: string; kind: string }
  | { type: "add"; place: Place; section: SectionShape }
  | { type: "remove"; place: Place; id: string }
  | { type: "undo" };

export const begin = (draft: Draft): Editing => ({ draft, removed: null, added: null, version: 0 });

export function edit(state: Editing, change: Change): Editing {
  const next = (draft: Draft, rest: Partial<Editing> = {}): Editing => ({ ...state, added: null, ...rest, draft, version: state.version + 1 });
  switch (change.type) {
    case "edit":
      return next(mapItems(state.draft, change.id, (item) => ({ ...item, text: change.text })));
    case "kind":
      return next(mapItems(state.draft, change.id, (item) => ({ ...item, kind: change.kind })));
    case "add": {
      const made = make(change.place, change.section);
      const first = "text" in made ? made : Object.values(made.fields)[0];
      return next(insert(state.draft, change.place, Infinity, made), { added: first?.id ?? null });
    }
    case "remove": {
      const all = at(state.draft, change.place);
      const index = all.findIndex(({ id }) => id === change.id);
      const what = all[index];
      if (what === undefined) return state;
      return next(put(state.draft, change.place, all.filter((one) => one !== what)), { removed: { place: change.place, index, what } });
    }
    case "undo": {
      if (state.removed === null) return state;
      const { place, index, what } = state.removed;
      return next(insert(state.draft, place, index, what), { removed: null });
    }
  }
}

/** What was removed, in a few words. */
export function nameOf({ what }: Removed): string {
  const texts = "text" in what ? [what.text] : Object.values(what.fields).map(({ text }) => text);
  const name = texts.find((text) => text.trim() !== "") ?? "";
  return name.length > 50 ? `${name.slice(0, 49).trimEnd()}…` : name;
}

function make(place: Place, section: SectionShape): Item | Group {
  if (place.sort === "groups" && section.sort === "groups") return newGroup(section);
  const kinds = "kinds" in section ? section.kinds : undefined;
  return newItem(kinds === undefined ? "" : Object.keys(kinds)[0]);
}

function at(draft: Draft, place: Place): readonly (Item | Group)[] {
  if (place.sort === "list") return draft.lists[place.key] ?? [];
  const groups = draft.groups[place.key] ?? [];
  return place.sort === "groups" ? groups : (groups.find(({ id }) => id === place.group)?.bullets ?? []);
}

function put(draft: Draft, place: Place, all: readonly (Item | Group)[]): Draft {
  if (place.sort === "list") return { ...draft, lists: { ...draft.lists, [place.key]: all as readonly Item[] } };
  if (place.sort === "groups") return { ...draft, groups: { ...draft.groups, [place.key]: all as readonly Group[] } };
  const groups = (draft.groups[place.key] ?? []).map((group) =>
    group.id === place.group ? { ...group, bullets: all as readonly Item[] } : group,
  );
  return { ...draft, groups: { ...draft.groups, [place.key]: groups } };
}

function insert(draft: Draft, place: Place, index: number, what: Item | Group): Draft {
  const all = [...at(draft, place)];
  all.splice(Math.min(index, all.length), 0, what);
  return put(draft, place, all);
}

function mapItems(draft: Draft, id: string, change: (item: Item) => Item): Draft {
  const one = (item: Item): Item => (item.id === id ? change(item) : item);
  const record = (items: Readonly<Record<string, Item>>): Record<string, Item> =>
    Object.fromEntries(Object.entries(items).map(([key, item]) => [key, one(item)]));
  const group = (own: Group): Group => ({ ...own, fields: record(own.fields), bullets: own.bullets.map(one) });
  return {
    fields: record(draft.fields),
    lists: Object.fromEntries(Object.entries(draft.lists).map(([key, items]) => [key, items.map(one)])),
    groups: Object.fromEntries(Object.entries(draft.groups).map(([key, groups]) => [key, groups.map(group)])),
  };
}
