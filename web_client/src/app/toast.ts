/** A short confirmation at the foot of the window; it goes by itself and is read out. */
const listeners = new Set<() => void>();
let message = "";
let timer: ReturnType<typeof setTimeout> | undefined;

export function toast(text: string, milliseconds = 6_000): void {
  show(text);
  clearTimeout(timer);
  timer = setTimeout(() => show(""), milliseconds);
}

function show(text: string): void {
  message = text;
  for (const listener of listeners) listener();
}

export const toastStore = {
  get: (): string => message,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
