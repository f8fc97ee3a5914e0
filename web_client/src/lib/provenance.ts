/** Who made a result, in one line. */
import type { Provenance } from "../api/types";

export function madeBy(p: Provenance): string {
  if (p.evaluator === "rules") return `By fixed rules, version ${p.evaluatorVersion}.`;
  return `By ${p.model ?? "a language model"}${promptText(p)}; checked by code, version ${p.evaluatorVersion}.`;
}

/** " with the prompt “evaluator”, version 3"; empty where there was none. */
export const promptText = (p: Provenance): string =>
  p.prompt === null ? "" : ` with the prompt “${p.prompt}”${p.promptVersion === null ? "" : `, version ${p.promptVersion}`}`;
