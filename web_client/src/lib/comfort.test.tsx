import { act, renderHook } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { applyComfort, useStillness, wantsStillness } from "./comfort";

afterEach(() => applyComfort(null));

it("keeps the face and the pages still where the settings ask for it", () => {
  const { result } = renderHook(() => useStillness());
  expect([result.current, wantsStillness()]).toEqual([false, false]);
  act(() => applyComfort({ captions: "usual", reduced_motion: true }));
  expect([result.current, wantsStillness()]).toEqual([true, true]);
});

it("forgets both when somebody signs out", () => {
  applyComfort({ captions: "large", reduced_motion: true });
  applyComfort(null);
  expect(document.documentElement.dataset).not.toMatchObject({ captions: "large" });
  expect(wantsStillness()).toBe(false);
});
