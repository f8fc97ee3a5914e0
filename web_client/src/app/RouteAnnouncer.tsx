/** Tells screen readers which page has opened; the title itself is set by PageHeading. */
import { VisuallyHidden } from "@mantine/core";
import { useSyncExternalStore } from "react";

const listeners = new Set<() => void>();
let announced = "";
let last: string | null = null;

/** Sets the window's title. A page that follows another is announced, and true is returned: it takes the focus. */
export function openPage(title: string): boolean {
  document.title = `${title} · Interview Practice Lab`;
  const page = `${window.location.pathname} ${title}`;
  const follows = last !== null && last !== page;
  last = page;
  if (follows) {
    announced = title;
    for (const listener of listeners) listener();
  }
  return follows;
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
