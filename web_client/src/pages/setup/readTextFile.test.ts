import { expect, it } from "vitest";
import { readTextFile } from "./readTextFile";

it("reads text and Markdown", async () => {
  expect(await readTextFile(new File(["  # Ana\n"], "cv.md"))).toEqual({ text: "# Ana" });
  expect(await readTextFile(new File(["Ana"], "cv", { type: "text/plain" }))).toEqual({ text: "Ana" });
});

it("refuses what is not text, is empty, or is a book, and says what to do", async () => {
  expect(await readTextFile(new File(["%PDF"], "cv.pdf", { type: "application/pdf" }))).toEqual({
    error: expect.stringContaining("paste it here") as string,
  });
  expect(await readTextFile(new File(["a\u0000b"], "cv.txt"))).toEqual({ error: expect.stringContaining("isn’t plain text") as string });
  expect(await readTextFile(new File([" "], "cv.txt"))).toEqual({ error: "cv.txt is empty." });
  expect(await readTextFile(new File(["x".repeat(200_001)], "cv.txt"))).toEqual({ error: expect.stringContaining("too long") as string });
});
