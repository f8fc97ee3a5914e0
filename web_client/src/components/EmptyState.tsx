import type { ReactNode } from "react";
import styles from "./EmptyState.module.css";

interface Props {
  title: string;
  children: ReactNode;
  /** Read out at once: something went wrong. */
  alert?: boolean;
}

/** What will live here, and the one next step. */
export function EmptyState({ title, children, alert = false }: Props) {
  return (
    <section className={styles.empty} role={alert ? "alert" : undefined}>
      <h2>{title}</h2>
      <div className={styles.text}>{children}</div>
    </section>
  );
}
