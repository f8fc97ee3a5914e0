import { expect, it } from "vitest";
import { safeNext } from "./next";

it("returns only to pages of this site", () => {
  expect(safeNext("/interviews/1/report?x=1")).toBe("/interviews/1/report?x=1");
  for (const evil of ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/welcome?next=/", 7, undefined])
    expect(safeNext(evil)).toBeNull();
});
