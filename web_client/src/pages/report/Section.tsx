import type { ReactNode } from "react";
import type { Provenance } from "../../api/types";
import { madeBy } from "../../lib/provenance";
import styles from "./Report.module.css";

interface Props {
  id: string;
  title: string;
  intro?: ReactNode;
  /** Who made this part; nothing is said where the report does not name one. */
  by?: Provenance | undefined;
  children: ReactNode;
}

export function Section({ id, title, intro, by, children }: Props) {
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {intro !== undefined && <p className={styles.intro}>{intro}</p>}
      {children}
      {by && <p className={styles.madeBy}>{madeBy(by)}</p>}
    </section>
  );
}

/** A part whose step failed: its place stays, with the reason. The one retry button stands at the top. */
export function FailedSection({ id, title, reason }: { id: string; title: string; reason: string | null }) {
  return (
    <Section id={id} title={title}>
      <p className={styles.failed}>
        This part could not be made. {reason} The rest of the report stands. <a href="#making">Try again at the top of the page.</a>
      </p>
    </Section>
  );
}
