import { describe, expect, it } from "vitest";
import { clock, count, duration, greeting, list, moment, percent, shortSeconds } from "./format";

describe("clock and duration", () => {
  it("counts minutes and hours", () => {
    expect([0, 9.9, 75.4, 3723].map(clock)).toEqual(["0:00", "0:09", "1:15", "1:02:03"]);
  });
  it("never goes below zero", () => expect(clock(-3)).toBe("0:00"));
  it("says seconds, minutes, or both", () => {
    expect([42, 59.6, 75, 600].map(duration)).toEqual(["42 s", "1 min", "1 min 15 s", "10 min"]);
  });
  it("keeps a tenth and rounds shares", () => {
    expect(shortSeconds(0.52)).toBe("0.5 s");
    expect(percent(0.668)).toBe("67 %");
  });
});

describe("moment", () => {
  const now = new Date(2026, 10, 22, 15, 0);
  const at = (...parts: [number, number, number, number, number]) => moment(new Date(...parts).toISOString(), now);
  it("names near days", () => {
    expect(at(2026, 10, 22, 9, 5)).toBe("today, 09:05");
    expect(at(2026, 10, 21, 23, 59)).toBe("yesterday, 23:59");
    expect(at(2026, 10, 18, 10, 0)).toBe("Wednesday, 10:00");
  });
  it("dates far ones, with the year where it differs", () => {
    expect(at(2026, 10, 9, 10, 0)).toBe("9 November");
    expect(at(2025, 2, 3, 10, 0)).toBe("3 March 2025");
  });
  it("says nothing about a broken date", () => expect(moment("soon", now)).toBe(""));
});

describe("words", () => {
  it("counts in the right number", () => expect([count(1, "answer"), count(0, "answer")]).toEqual(["1 answer", "0 answers"]));
  it("lists", () => expect([list([]), list(["a"]), list(["a", "b"]), list(["a", "b", "c"])]).toEqual(["", "a", "a and b", "a, b and c"]));
  it("greets by the hour", () => {
    expect([3, 8, 14, 21].map((hour) => greeting(new Date(2026, 1, 1, hour)))).toEqual([
      "Good evening",
      "Good morning",
      "Good afternoon",
      "Good evening",
    ]);
  });
});
