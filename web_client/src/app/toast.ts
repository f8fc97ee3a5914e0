/** A short confirmation at the foot of the window, with a way back where there is one; it goes by itself and is read out. */
const listeners = new Set<() => void>();

export interface Message {
  text: string;
  undo: (() => void) | null;
}

const nothing: Message = { text: "", undo: null };
let message = nothing;
let timer: ReturnType<typeof setTimeout> | undefined;

export function toast(text: string, milliseconds = 6_000): void {
  keep({ text, undo: null }, milliseconds);
}

/** Stays longer: somebody has to read it, decide and reach the button. */
export function undoToast(text: string, undo: () => void, milliseconds = 15_000): void {
  const back = (): void => {
    show(nothing);
    undo();
  };
  keep({ text, undo: back }, milliseconds);
}

function keep(next: Message, milliseconds: number): void {
  show(next);
  clearTimeout(timer);
  timer = setTimeout(() => show(nothing), milliseconds);
}

function show(next: Message): void {
  message = next;
  for (const listener of listeners) listener();
}

export const toastStore = {
  get: (): Message => message,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
