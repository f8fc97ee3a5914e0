import { UnstyledButton } from "@mantine/core";
import { explain } from "../lib/explain";
import styles from "./ErrorNotice.module.css";

/** A part of a page that could not be loaded or done. */
export function ErrorNotice({ error, retry }: { error: unknown; retry?: () => void }) {
  const { title, text } = explain(error);
  return (
    <div className={styles.notice} role="alert">
      <p>
        <b>{title}.</b> {text}
      </p>
      {retry && (
        <UnstyledButton className={styles.retry} onClick={retry}>
          Try again
        </UnstyledButton>
      )}
    </div>
  );
}
