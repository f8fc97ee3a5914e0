/** Where to return after signing in: a path of this site and nothing else. */
export function safeNext(value: unknown): string | null {
  if (typeof value !== "string" || !value.startsWith("/") || value.startsWith("//") || value.includes("\\")) return null;
  return value.startsWith("/welcome") ? null : value;
}
