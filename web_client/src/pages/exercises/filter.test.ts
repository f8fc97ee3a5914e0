import { describe, expect, it } from "vitest";
import type { ExerciseCard } from "../../api/types";
import { isShown, readSearch } from "./filter";

const card: ExerciseCard = {
  key: "seat_hold_expiry",
  kind: "coding",
  name: "Seats that stay held",
  mode: "coding_debug",
  language: "python",
  case_type: null,
  difficulty: "easy",
  level: "entry",
  topics: ["hash_maps", "dates"],
  role_categories: ["swe"],
  company_signals: [],
  minutes: 18,
  summary: "Holds on seats should end after ten minutes.",
  has_modification: true,
};

describe("the catalogue's choices", () => {
  it("are read from an address, and nothing else is", () => {
    expect(readSearch({ kind: "case", mode: "case_study", language: "cobol", level: 3, text: "" })).toEqual({
      kind: "case",
      mode: "case_study",
    });
  });

  it("let through what fits all of them", () => {
    expect(isShown(card, {})).toBe(true);
    expect(isShown(card, { language: "python", level: "entry", mode: "coding_debug" })).toBe(true);
    expect(isShown(card, { language: "sql" })).toBe(false);
    expect(isShown(card, { kind: "case" })).toBe(false);
  });

  it("find by the beginning of every word, in name, summary and topics", () => {
    expect(isShown(card, { text: "SEAT hash" })).toBe(true);
    expect(isShown(card, { text: "minutes  held" })).toBe(true);
    expect(isShown(card, { text: "eats" })).toBe(false);
  });
});
