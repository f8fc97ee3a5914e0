/** Reads a plain-text résumé in the browser; what is not text is refused with what to do instead. */
const LIMIT = 200_000;

export async function readTextFile(file: File): Promise<{ text: string } | { error: string }> {
  const known = /\.(txt|md|markdown|text)$/i.test(file.name) || file.type.startsWith("text/");
  if (!known) return { error: `${file.name} isn’t plain text. Open it, copy its text and paste it here.` };
  if (file.size > LIMIT) return { error: `${file.name} is too long. A résumé of a few pages is enough.` };
  const text = await file.text();
  if (text.includes("\u0000")) return { error: `${file.name} isn’t plain text. Open it, copy its text and paste it here.` };
  return text.trim() === "" ? { error: `${file.name} is empty.` } : { text: text.trim() };
}
