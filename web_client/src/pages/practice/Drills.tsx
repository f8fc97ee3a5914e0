/** Short drills: what is due first, all others at one click; answered in place, with a note at once. */
import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { drillsQuery, useDrillAttempt } from "../../api/practice";
import { statusQuery } from "../../api/queries";
import type { Drill, DrillAttempt } from "../../api/types";
import { EmptyState } from "../../components/EmptyState";
import { AnswerBox } from "../../components/speech/AnswerBox";
import { duration, moment } from "../../lib/format";
import { dueWords } from "./days";
import { drillKindWords } from "./kinds";
import { EarlierTries } from "./EarlierTries";
import { Note } from "./Note";
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
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!open) return;
    row.current?.scrollIntoView({ block: "nearest" });
    row.current?.querySelector<HTMLElement>("h4")?.focus({ preventScroll: true });
  }, [open]);
  const due = dueWords(drill.due_at);
  return (
    <li ref={row} className={styles.drill} data-open={open || undefined}>
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

function Attempt({ drill, onClose }: { drill: Drill; onClose: () => void }) {
  const system = useQuery(statusQuery);
  const attempt = useDrillAttempt(drill.key);
  const client = useQueryClient();
  const [made, setMade] = useState<DrillAttempt | null>(null);
  const again = (): void => {
    setMade(null);
    // The next try has another prompt.
    void client.invalidateQueries({ queryKey: drillsQuery.queryKey });
  };
  const transcription = system.data?.transcription;
  return (
    <div className={styles.attempt}>
      <h4 tabIndex={-1} className={styles.prompt}>
        {drill.prompt}
      </h4>
      {drill.why !== "" && <p className={styles.meta}>{drill.why}</p>}
      {made === null ? (
        <AnswerBox
          label="Your answer"
          send="See the note"
          pending={attempt.isPending}
          error={attempt.error}
          deaf={transcription?.on === false ? transcription.detail : null}
          onSend={(answer) => attempt.mutate(answer, { onSuccess: setMade })}
        />
      ) : (
        <Note attempt={made} onAgain={again} onClose={onClose} />
      )}
      {drill.box !== null && made === null && <EarlierTries drill={drill} />}
    </div>
  );
}
