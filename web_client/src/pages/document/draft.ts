/** The extract as it is edited: every text with an id and its span, so that items can move without losing their place. */
import type { JobExtract, ResumeExtract, Span } from "../../api/types";
import { inCharacters, inUnits } from "./places";
import type { SectionShape } from "./shape";

export interface Item {
  id: string;
  text: string;
  span: Span | null;
  /** Of a claim or a skill. */
  kind: string;
  /** What is kept as it is: a gap. */
  raw: unknown;
}

export interface Group {
  id: string;
  fields: Readonly<Record<string, Item>>;
  bullets: readonly Item[];
}

export interface Draft {
  fields: Readonly<Record<string, Item>>;
  lists: Readonly<Record<string, readonly Item[]>>;
  groups: Readonly<Record<string, readonly Group[]>>;
}

type Raw = Readonly<Record<string, unknown>>;

interface Spans {
  by: Readonly<Record<string, Span>>;
  convert: (span: Span) => Span;
}

let last = 0;
const newId = (): string => `i${++last}`;
export const newItem = (kind = ""): Item => ({ id: newId(), text: "", span: null, kind, raw: null });

export const newGroup = (shape: Extract<SectionShape, { sort: "groups" }>): Group => ({
  id: newId(),
  fields: Object.fromEntries(shape.fields.map(({ key }) => [key, newItem()])),
  bullets: [],
});

/** What a person reads for a value that is no text. */
function read(value: unknown): string {
  if (typeof value === "string") return value;
  if (!isRecord(value)) return "";
  if (typeof value["text"] === "string") return value["text"];
  const { start, end, months } = value;
  return typeof start === "string" && typeof end === "string" && typeof months === "number"
    ? `${start} to ${end}, ${months} ${months === 1 ? "month" : "months"}`
    : "";
}

function item(value: unknown, pointer: string, spans: Spans): Item {
  const own = isRecord(value) ? value : {};
  const inline = typeof own["start"] === "number" ? own : isRecord(own["span"]) ? own["span"] : null;
  const span = inline === null ? spans.by[pointer] : { start: Number(inline["start"]), end: Number(inline["end"]) };
  return {
    id: newId(),
    text: read(value),
    span: span === undefined ? null : spans.convert(span),
    kind: typeof own["kind"] === "string" ? own["kind"] : "",
    raw: isRecord(value) ? value : null,
  };
}

/** `text`: the document's, which the spans point into. */
export function toDraft(extract: ResumeExtract | JobExtract, sections: readonly SectionShape[], text: string): Draft {
  const raw: Raw = extract;
  const spans: Spans = { by: extract.spans, convert: inUnits(text) };
  const fields: Record<string, Item> = {};
  const lists: Record<string, Item[]> = {};
  const groups: Record<string, Group[]> = {};
  for (const section of sections) {
    if (section.sort === "fields") {
      for (const { key } of section.fields) fields[key] = item(raw[key], `/${key}`, spans);
    } else if (section.sort === "groups") {
      groups[section.key] = array(raw[section.key]).map((value, index) => {
        const own = isRecord(value) ? value : {};
        const at = `/${section.key}/${index}`;
        return {
          id: newId(),
          fields: Object.fromEntries(section.fields.map(({ key }) => [key, item(own[key], `${at}/${key}`, spans)])),
          bullets: array(own["bullets"]).map((bullet, place) => item(bullet, `${at}/bullets/${place}`, spans)),
        };
      });
    } else {
      lists[section.key] = array(raw[section.key]).map((value, index) => item(value, `/${section.key}/${index}`, spans));
    }
  }
  return { fields, lists, groups };
}

const trimmed = (one: Item): string => one.text.trim();
const isFilled = (group: Group): boolean => [...Object.values(group.fields), ...group.bullets].some((one) => trimmed(one) !== "");

/** Empty items are left out; each span goes with its item to where that stands now. */
export function fromDraft(draft: Draft, sections: readonly SectionShape[], text: string): Record<string, unknown> {
  const spans: Record<string, Span> = {};
  const counted = inCharacters(text);
  const kept: Record<string, unknown> = {};
  const put = (one: Item, pointer: string): string => {
    if (one.span !== null && trimmed(one) !== "") spans[pointer] = counted(one.span);
    return trimmed(one);
  };
  for (const section of sections) {
    if (section.sort === "fields") {
      for (const { key } of section.fields) kept[key] = put(fieldOf(draft.fields, key), `/${key}`) || null;
    } else if (section.sort === "groups") {
      kept[section.key] = (draft.groups[section.key] ?? []).filter(isFilled).map((group, index) => {
        const at = `/${section.key}/${index}`;
        const values = section.fields.map(({ key }) => {
          const value = put(fieldOf(group.fields, key), `${at}/${key}`);
          return [key, value === "" && key !== "name" ? null : value];
        });
        const bullets = group.bullets.filter((bullet) => trimmed(bullet) !== "").map((bullet, place) => put(bullet, `${at}/bullets/${place}`));
        return { ...(Object.fromEntries(values) as Raw), ...(section.bullets ? { bullets } : {}) };
      });
    } else {
      const items = (draft.lists[section.key] ?? []).filter((one) => trimmed(one) !== "");
      kept[section.key] = items.map((one, index) => {
        if (section.fixed) return one.raw;
        if (section.key === "claim_triggers") return { kind: one.kind, text: trimmed(one), span: one.span && counted(one.span) };
        if (section.kinds) return skill(one, text, counted);
        return put(one, `/${section.key}/${index}`);
      });
    }
  }
  return { ...kept, spans };
}

const fieldOf = (fields: Readonly<Record<string, Item>>, key: string): Item => fields[key] ?? newItem();

/** A skill of a job description is a place in its text. */
function skill(one: Item, text: string, counted: (span: Span) => Span): Record<string, unknown> {
  const span = placeOf(one, text) ?? { start: 0, end: 0 };
  return { text: text.slice(span.start, span.end), kind: one.kind, ...counted(span) };
}

/** Where the text says what the item says: at its own span, or else at the first mention. */
export function placeOf({ span, text: wanted }: Pick<Item, "span" | "text">, text: string): Span | null {
  const sought = wanted.trim().toLowerCase();
  if (sought === "") return null;
  if (span !== null && text.slice(span.start, span.end).toLowerCase() === sought) return span;
  const start = text.toLowerCase().indexOf(sought);
  return start < 0 ? null : { start, end: start + sought.length };
}

const DATE = /^(\d{4}(-(0[1-9]|1[0-2]))?|present)$/;

/** Item id → what is wrong with it. */
export function problems(draft: Draft, sections: readonly SectionShape[], text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const section of sections) {
    if (section.sort === "groups")
      for (const group of draft.groups[section.key] ?? [])
        for (const { key, form } of section.fields) {
          const one = fieldOf(group.fields, key);
          if (form === "date" && trimmed(one) !== "" && !DATE.test(trimmed(one))) found.set(one.id, "Write 2021-03, 2021 or present.");
        }
    if (section.sort === "lines" && section.key === "skills")
      for (const one of draft.lists["skills"] ?? [])
        if (trimmed(one) !== "" && placeOf(one, text) === null)
          found.set(one.id, "The advertisement doesn’t say this. Add it to the keywords instead.");
  }
  return found;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const array = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
