/** The page's one h1. It names the window, takes the focus after a navigation, and may carry an eyebrow and a lead. */
import { useEffect, useRef, type ReactNode } from "react";
import { openPage } from "../app/RouteAnnouncer";
import { cx } from "../lib/cx";
import styles from "./PageHeading.module.css";

interface Props {
  /** For the window's title and the announcement. */
  title: string;
  /** What is shown; the title where left out. */
  children?: ReactNode;
  eyebrow?: ReactNode;
  lead?: ReactNode;
  large?: boolean;
}

export function PageHeading({ title, children, eyebrow, lead, large = false }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (openPage(title)) heading.current?.focus({ preventScroll: true });
  }, [title]);
  return (
    <div className={styles.block}>
      {eyebrow !== undefined && <div className={styles.eyebrow}>{eyebrow}</div>}
      <h1 ref={heading} tabIndex={-1} className={cx(styles.h1, large && styles.large)}>
        {children ?? title}
      </h1>
      {lead !== undefined && <div className={styles.lead}>{lead}</div>}
    </div>
  );
}
