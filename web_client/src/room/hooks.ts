// Small habits of the room page: watching the client, keeping the screen on, the keyboard, the dark.
import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from "react";
import type { RoomClient } from "./client";
import type { RoomState } from "./state";

export function useRoom(client: RoomClient): RoomState {
  return useSyncExternalStore(client.room.subscribe, client.room.get);
}

const SCHEME = "data-mantine-color-scheme";

/** The room is dark by day, too; menus and dialogs outside it follow because the whole page is switched. A computer
 * that goes over to its day colours meanwhile gets them when the room is left. */
export function useDarkPage(): void {
  useLayoutEffect(() => {
    const page = document.documentElement;
    let outside = page.getAttribute(SCHEME);
    page.setAttribute(SCHEME, "dark");
    const watch = new MutationObserver(() => {
      const now = page.getAttribute(SCHEME);
      if (now === "dark") return;
      outside = now;
      page.setAttribute(SCHEME, "dark");
    });
    watch.observe(page, { attributeFilter: [SCHEME] });
    return () => {
      watch.disconnect();
      if (outside !== null) page.setAttribute(SCHEME, outside);
    };
  }, []);
}

/** An interview is long and hands-free: the screen stays on. */
export function useWakeLock(): void {
  useEffect(() => {
    const life = { over: false };
    let lock: WakeLockSentinel | null = null;
    const ask = async () => {
      if (document.visibilityState !== "visible" || !("wakeLock" in navigator)) return;
      // A low battery may forbid it; the interview goes on.
      lock = await navigator.wakeLock.request("screen").catch(() => null);
      if (life.over) void lock?.release();
    };
    const again = () => void ask();
    void ask();
    document.addEventListener("visibilitychange", again);
    return () => {
      life.over = true;
      document.removeEventListener("visibilitychange", again);
      void lock?.release();
    };
  }, []);
}

export type Shortcuts = Readonly<Record<string, (() => void) | undefined>>;

const FIELDS = "input, textarea, select, [contenteditable], [role='dialog']:not([data-keys]), [role='menu']";

/** Single keys, unless the focus is where they mean something else. Keys as in KeyboardEvent.key, lower case. */
export function useShortcuts(shortcuts: Shortcuts, enabled: boolean): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    if (!enabled) return;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented) return;
      if (event.target instanceof Element && event.target.closest(FIELDS)) return;
      const action = latest.current[event.key.toLowerCase()];
      if (!action) return;
      event.preventDefault();
      action();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [enabled]);
}
