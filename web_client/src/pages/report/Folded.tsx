/** A long list: its first items, and the rest at one click. On paper all of it stands. */
import { Button } from "@mantine/core";
import { useState, type ReactNode } from "react";
import styles from "./Folded.module.css";

interface Props {
  /** How many are shown before the rest is folded away. */
  limit: number;
  total: number;
  /** "Show all 60 answers". */
  more: string;
  /** `folded(i)`: the class of item i. */
  children: (folded: (index: number) => string | undefined) => ReactNode;
}

export function Folded({ limit, total, more, children }: Props) {
  const [open, setOpen] = useState(false);
  // Two more are no reason for a button.
  const folds = !open && total > limit + 2;
  return (
    <>
      {children((index) => (folds && index >= limit ? styles.folded : undefined))}
      {folds && (
        <Button variant="default" size="sm" mt={16} onClick={() => setOpen(true)} data-noprint>
          {more}
        </Button>
      )}
    </>
  );
}
