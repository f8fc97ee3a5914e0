import { wantsStillness } from "../../../lib/comfort";

/** Brings a turn into view: inside the panel where the panel scrolls, on the page only where that is asked for. */
export function scrollToTurn(panel: HTMLElement, index: number, { page, focus }: { page: boolean; focus: boolean }): void {
  const turn = panel.querySelector<HTMLElement>(`#turn-${index}`);
  if (turn === null) return;
  const behavior = wantsStillness() ? "auto" : "smooth";
  if (panel.scrollHeight > panel.clientHeight + 4) {
    const offset = turn.getBoundingClientRect().top - panel.getBoundingClientRect().top;
    panel.scrollTo({ top: panel.scrollTop + offset - panel.clientHeight * 0.22, behavior });
  } else if (page) turn.scrollIntoView({ block: "center", behavior });
  if (focus) turn.focus({ preventScroll: true });
}
