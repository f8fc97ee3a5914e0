import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { drillTriesQuery } from "../../api/practice";
import type { Drill } from "../../api/types";
import { Disclosure } from "../../components/Disclosure";
import { ErrorNotice } from "../../components/ErrorNotice";
import { moment } from "../../lib/format";
import styles from "./Practice.module.css";

/** What was answered to this drill before; read when somebody looks. */
export function EarlierTries({ drill }: { drill: Drill }) {
  const [open, setOpen] = useState(false);
  const tries = useQuery({ ...drillTriesQuery(drill.key), enabled: open });
  return (
    <Disclosure quiet summary="What you said before" open={open} onToggle={setOpen}>
      {tries.isError && <ErrorNotice error={tries.error} retry={() => void tries.refetch()} />}
      <ul className={styles.tries}>
        {tries.data?.attempts.map((attempt) => (
          <li key={attempt.id}>
            <p className={styles.meta}>
              {moment(attempt.created_at)}, {attempt.passed ? "passed" : "not passed"}: {attempt.note.heading}
            </p>
            <p>{attempt.text}</p>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
