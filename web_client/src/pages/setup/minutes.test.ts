import { expect, it } from "vitest";
import { minutesOf } from "./minutes";

it("adds up to the whole interview", () => {
  expect(minutesOf([2, 5.6, 4.8, 5.6, 2])).toEqual([2, 6, 5, 5, 2]);
  expect(minutesOf([1.2, 1.3, 2.5])).toEqual([1, 1, 3]);
});

it("leaves no part without a minute", () => {
  expect(minutesOf([0.4, 4.6])).toEqual([1, 4]);
});
