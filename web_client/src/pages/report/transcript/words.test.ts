import { describe, expect, it } from "vitest";
import { transcript } from "../../../../tests/fixtures";
import type { Turn } from "../../../api/types";
import { tokens, turnAt, wordAt } from "./words";

const { turns } = transcript;
const turn = (index: number): Turn => {
  const found = turns[index];
  if (!found) throw new Error(`no turn ${index}`);
  return found;
};

describe("tokens", () => {
  it("pair each word of the text with its second", () => {
    const spoken = tokens(turn(1));
    expect(spoken[0]).toMatchObject({ text: "Sure.", word: { start_s: turn(1).start_s } });
    expect(spoken.every((token) => token.word !== null)).toBe(true);
  });
  it("give no seconds where the counts differ, rather than wrong ones", () => {
    const short = { ...turn(1), words: turn(1).words.slice(1) };
    expect(tokens(short).every((token) => token.word === null)).toBe(true);
    expect(tokens(turn(11))[0]).toEqual({ text: "I'd", word: null });
  });
});

describe("wordAt", () => {
  const { words } = turn(3);
  it("finds the word being said, also in the gap after it", () => {
    for (const [i, word] of words.entries()) expect(wordAt(turn(3), word.start_s + 0.001)).toBe(i);
    expect(wordAt(turn(3), (words[4]?.end_s ?? 0) + 0.01)).toBe(4);
  });
  it("is -1 before, after and without words", () => {
    expect([wordAt(turn(3), 0), wordAt(turn(3), 9_999), wordAt(turn(0), 3)]).toEqual([-1, -1, -1]);
  });
});

it("turnAt is the turn under way", () => {
  expect([turnAt(turns, 0), turnAt(turns, turn(5).start_s), turnAt(turns, 9_999)]).toEqual([-1, 5, turns.length - 1]);
});
