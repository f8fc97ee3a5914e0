/** Short drills: what is due first, all others at one click; answered in place, with a note at once. */
import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { drillsQuery } from "../../api/practice";
import type { Drill } from "../../api/types";
import { EmptyState } from "../../components/EmptyState";
import { duration, moment } from "../../lib/format";
import { Attempt } from "./Attempt";
import { dueWords } from "./days";
import { drillKindWords } from "./kinds";
import styles from "./Practice.module.css";

interface Props {
  drills: readonly Drill[];
  /** The key of the drill that is open. */
  open: string | null;
  setOpen: (key: string | null) => void;
}

const SHOWN = 5;
const isDue = (drill: Drill): boolean => drill.due_at !== null && Date.parse(drill.due_at) <= Date.now();

export function Drills({ drills, open, setOpen }: Props) {
  const client = useQueryClient();
  const [all, setAll] = useState(false);
  const due = drills.filter(isDue).length;
  const first = Math.max(SHOWN, due);
  // A drill that is asked for from the plan may lie further down.
  const shown = drills.filter((drill, i) => all || i < first || drill.key === open);
  const close = (): void => {
    setOpen(null);
    void client.invalidateQueries({ queryKey: drillsQuery.queryKey });
  };
  if (drills.length === 0)
    return (
      <EmptyState title="No drills here">
        <p>This server has no drills yet.</p>
      </EmptyState>
    );
  return (
    <section className={styles.section} aria-labelledby="drills">
      <h2 id="drills">Short drills</h2>
      <p className={styles.intro}>
        {due > 0 ? `${due} ${due === 1 ? "is" : "are"} due. ` : ""}Under two minutes each, with a note at once. A drill that you pass comes
        back later; one that you don’t, tomorrow.
      </p>
      <ul className={styles.drills}>
        {shown.map((drill) => (
          <Row key={drill.key} drill={drill} open={drill.key === open} onOpen={() => setOpen(drill.key)} onClose={close} />
        ))}
      </ul>
      {!all && drills.length > shown.length && (
        <Button variant="default" size="sm" mt={16} onClick={() => setAll(true)}>
          Show all {drills.length} drills
        </Button>
      )}
    </section>
  );
}

interface RowProps {
  drill: Drill;
  open: boolean;
  onOpen: () => void;
  onClose: () => void;
}

function Row({ drill, open, onOpen, onClose }: RowProps) {
  const due = dueWords(drill.due_at);
  return (
    <li className={styles.drill} data-open={open || undefined}>
      <div className={styles.drillHead}>
        <div>
          <h3>{drill.title}</h3>
          <p className={styles.meta}>
            {drillKindWords[drill.kind]} · {duration(drill.seconds)} ·{" "}
            <span className={styles.due} data-due={isDue(drill) || undefined}>
              {due}
            </span>
            {drill.last_passed !== null ? ` · passed ${moment(drill.last_passed)}` : drill.box !== null && " · not passed yet"}
          </p>
        </div>
        <Button
          size="sm"
          variant={open ? "subtle" : "light"}
          color={open ? "gray" : "ink"}
          aria-expanded={open}
          aria-label={open ? `Close: ${drill.title}` : `Begin: ${drill.title}`}
          onClick={open ? onClose : onOpen}
        >
          {open ? "Close" : "Begin"}
        </Button>
      </div>
      {open && <Attempt drill={drill} onClose={onClose} />}
    </li>
  );
}
