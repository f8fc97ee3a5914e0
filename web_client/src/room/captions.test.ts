import { describe, expect, it } from "vitest";
import { captionPieces, heardText, litCount } from "./captions";

const TEXT = "Thank you. How many people?";
const WORDS = [
  { text: "Thank ", start_s: 0, end_s: 0.3 },
  { text: "you. ", start_s: 0.3, end_s: 0.6 },
  { text: "How ", start_s: 1, end_s: 1.2 },
  { text: "many ", start_s: 1.2, end_s: 1.5 },
  { text: "people?", start_s: 1.5, end_s: 2 },
];

describe("captions", () => {
  it("light up word by word, a moment early, and never out of order", () => {
    const pieces = captionPieces(TEXT, WORDS);
    expect(pieces.map(({ text }) => text).join("")).toBe(TEXT);
    expect([-1, 0, 0.26, 0.99, 5].map((at) => litCount(pieces, at))).toEqual([0, 1, 2, 3, 5]);
  });

  it("show the whole sentence at once, even before the times of its end are known", () => {
    const pieces = captionPieces(TEXT, WORDS.slice(0, 2));
    expect(pieces.map(({ text }) => text).join("")).toBe(TEXT);
    expect(litCount(pieces, 99)).toBe(2);
  });

  it("show a text without any times", () => {
    expect(captionPieces(TEXT, [])).toEqual([{ text: TEXT, start_s: null }]);
  });

  it("do not double a text whose spaces differ from its words'", () => {
    const words = WORDS.map((word) => ({ ...word, text: word.text.trim() }));
    expect(captionPieces(TEXT, words)).toHaveLength(5);
  });

  it("keep of an interrupted sentence what was heard", () => {
    expect(heardText(TEXT, WORDS, 1.1)).toBe("Thank you. How —");
    expect(heardText(TEXT, WORDS, 0)).toBe("");
    expect(heardText(TEXT, WORDS, 9)).toBe(TEXT);
    expect(heardText(TEXT, WORDS.slice(0, 2), 9)).toBe("Thank you. —");
  });
});
