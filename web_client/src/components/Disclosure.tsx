/** A line that opens. What is closed on the screen is open on paper (`print`). */
import { UnstyledButton } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useId, useState, type ReactNode } from "react";
import styles from "./Disclosure.module.css";

interface Props {
  summary: ReactNode;
  children: ReactNode;
  defaultOpen?: boolean;
  /** Controlled where given. */
  open?: boolean;
  onToggle?: (open: boolean) => void;
  print?: boolean;
  quiet?: boolean;
}

export function Disclosure({ summary, children, defaultOpen = false, open, onToggle, print = false, quiet = false }: Props) {
  const id = useId();
  const [own, setOwn] = useState(defaultOpen);
  const isOpen = open ?? own;
  return (
    <div className={styles.disclosure} data-quiet={quiet || undefined}>
      <UnstyledButton
        className={styles.summary}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => {
          setOwn(!isOpen);
          onToggle?.(!isOpen);
        }}
      >
        <IconPlus size={quiet ? 14 : 17} stroke={1.8} aria-hidden className={styles.sign} />
        {summary}
      </UnstyledButton>
      <div id={id} className={styles.body} hidden={!isOpen} data-print-open={print || undefined}>
        {children}
      </div>
    </div>
  );
}
