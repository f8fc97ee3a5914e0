import { describe, expect, it } from "vitest";
import { jobExtract, jobText, place, resumeExtract, resumeText } from "../../../tests/fixtures";
import { fromDraft, problems, toDraft, type Draft } from "./draft";
import { begin, edit, type Change, type Editing } from "./editing";
import { shapes } from "./shape";

const { resume, jd } = shapes;
const start = (): Editing => begin(toDraft(resumeExtract, resume, resumeText));
const play = (state: Editing, ...changes: Change[]): Editing => changes.reduce(edit, state);
const list = (draft: Draft, key: string) => draft.lists[key] ?? [];

describe("the draft of an extract", () => {
  it("gives back what it was made of", () => {
    expect(fromDraft(toDraft(resumeExtract, resume, resumeText), resume, resumeText)).toEqual(resumeExtract);
    expect(fromDraft(toDraft(jobExtract, jd, jobText), jd, jobText)).toEqual(jobExtract);
  });

  it("moves the spans with the items", () => {
    const state = start();
    const [job] = state.draft.groups["work_history"] ?? [];
    const [skill] = list(state.draft, "skills");
    if (!job || !skill) throw new Error("nothing to remove");
    const after = play(
      state,
      { type: "remove", place: { sort: "groups", key: "work_history" }, id: job.id },
      { type: "remove", place: { sort: "list", key: "skills" }, id: skill.id },
    );
    const kept = fromDraft(after.draft, resume, resumeText);
    expect(kept["skills"]).toEqual(["PostgreSQL", "Kafka"]);
    expect(kept["spans"]).toEqual({
      "/name": place("Mira Rao"),
      "/work_history/0/company": place("Cartwheel"),
      "/skills/1": place("Kafka"),
    });
  });

  it("takes the last removal back to where it was, and keeps what was edited since", () => {
    const state = start();
    const [first, second] = list(state.draft, "skills");
    if (!first || !second) throw new Error("no skills");
    const after = play(
      state,
      { type: "remove", place: { sort: "list", key: "skills" }, id: first.id },
      { type: "edit", id: second.id, text: "Postgres" },
      { type: "undo" },
    );
    expect(list(after.draft, "skills").map(({ text }) => text)).toEqual(["Go", "Postgres", "Kafka"]);
    expect(after.removed).toBeNull();
  });

  it("leaves out what is empty", () => {
    const section = resume.find(({ key }) => key === "education");
    if (!section) throw new Error("no section");
    const after = edit(start(), { type: "add", place: { sort: "groups", key: "education" }, section });
    expect(after.added).toBe(after.draft.groups["education"]?.[0]?.fields["institution"]?.id);
    expect(fromDraft(after.draft, resume, resumeText)["education"]).toEqual([]);
  });

  it("counts characters as the server does, emoji and all", () => {
    const text = `🎉🎉 ${resumeText}`;
    const spans = { "/name": { start: 3, end: 11 } }; // three characters, five units
    const draft = toDraft({ ...resumeExtract, claim_triggers: [], spans }, resume, text);
    const span = draft.fields["name"]?.span;
    expect(span && text.slice(span.start, span.end)).toBe("Mira Rao");
    expect(fromDraft(draft, resume, text)["spans"]).toEqual(spans);
  });
});

describe("what needs attention", () => {
  it("is a date that is none", () => {
    const state = start();
    const from = state.draft.groups["work_history"]?.[0]?.fields["start"];
    if (!from) throw new Error("no date");
    const wrong = edit(state, { type: "edit", id: from.id, text: "Jan 22" }).draft;
    expect([...problems(wrong, resume, resumeText).values()]).toEqual(["Write 2021-03, 2021 or present."]);
    const right = edit(state, { type: "edit", id: from.id, text: "2022" }).draft;
    expect(problems(right, resume, resumeText).size).toBe(0);
  });

  it("is a skill that the advertisement doesn’t name; one that it does gets its place", () => {
    const state = begin(toDraft(jobExtract, jd, jobText));
    const [skill] = list(state.draft, "skills");
    if (!skill) throw new Error("no skill");
    const named = edit(state, { type: "edit", id: skill.id, text: "kubernetes" }).draft;
    expect(problems(named, jd, jobText).size).toBe(0);
    expect(fromDraft(named, jd, jobText)["skills"]).toEqual([{ text: "Kubernetes", kind: "knowledge", ...place("Kubernetes", jobText) }]);
    const unknown = edit(state, { type: "edit", id: skill.id, text: "Rust" }).draft;
    expect([...problems(unknown, jd, jobText).keys()]).toEqual([skill.id]);
  });
});
