import type { ReactNode } from "react";
import { cx } from "../../lib/cx";
import styles from "./SettingsPage.module.css";

interface Props {
  title: string;
  text: ReactNode;
  /** The controls need the room: they stand in the larger column, from the top. */
  wide?: boolean;
  children?: ReactNode;
}

export function Section({ title, text, wide = false, children }: Props) {
  return (
    <section className={cx(styles.section, wide && styles.wide)} aria-label={title}>
      <div>
        <h2>{title}</h2>
        <p>{text}</p>
      </div>
      <div className={styles.controls}>{children}</div>
    </section>
  );
}
