/** Tells screen readers which page has opened; the title itself is set by PageHeading. */
import { VisuallyHidden } from "@mantine/core";
import { useSyncExternalStore } from "react";

const listeners = new Set<() => void>();
let announced = "";
let pagesOpened = 0;

/** Sets the window's title; from the second page on it is announced, too. Returns how many pages have opened. */
export function openPage(title: string): number {
  document.title = `${title} · Interview Practice Lab`;
  pagesOpened += 1;
  if (pagesOpened > 1) {
    announced = title;
    for (const listener of listeners) listener();
  }
  return pagesOpened;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function RouteAnnouncer() {
  const title = useSyncExternalStore(subscribe, () => announced);
  return (
    <VisuallyHidden role="status" aria-live="polite">
      {title}
    </VisuallyHidden>
  );
}
