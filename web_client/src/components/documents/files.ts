/** What may be uploaded, looked at before it is sent; the server looks again. */
export const ACCEPT = ".pdf,.docx,.txt,.md,.markdown,application/pdf,text/plain,text/markdown";
const MOST_BYTES = 10_000_000;

/** A sentence that says what to do, or null where the file may be sent. */
export function fileProblem(file: File): string | null {
  if (/\.doc$/i.test(file.name)) return `${file.name} is an old Word file. Save it as DOCX or PDF and upload that.`;
  if (/\.(jpe?g|png|heic|webp|gif)$/i.test(file.name)) return `${file.name} is a picture. Upload a PDF, or paste the text.`;
  if (!/\.(pdf|docx|txt|md|markdown)$/i.test(file.name)) return `${file.name} can’t be read here. Upload a PDF, DOCX, TXT or MD file, or paste the text.`;
  if (file.size > MOST_BYTES) return `${file.name} is larger than 10 MB. Upload a smaller one.`;
  return file.size === 0 ? `${file.name} is empty. Check that it is the right one.` : null;
}

/** A pasted text is listed by its first line. */
export function pastedName(text: string): string {
  const first = text.split("\n").map((line) => line.replace(/^[#*\s]+/, "").trim()).find((line) => line !== "") ?? "Pasted text";
  return first.length <= 60 ? first : `${first.slice(0, 59).trimEnd()}…`;
}
