// A size that the candidate has chosen for a part of the room; remembered in this browser.
import { useState } from "react";

export function useSize(name: string, first: number): [number, (size: number) => void] {
  const key = `room-size-${name}`;
  const [size, setSize] = useState(() => Number(localStorage.getItem(key)) || first);
  const choose = (next: number) => {
    setSize(next);
    localStorage.setItem(key, String(next));
  };
  return [size, choose];
}
