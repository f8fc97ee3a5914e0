/** How far the reading of a document is, what went wrong, and what the reader noticed. */
import { Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { isBeingRead, useRetryDocument } from "../../api/documents";
import type { DocumentSummary } from "../../api/types";
import { flagWords } from "../../lib/words";
import { ErrorNotice } from "../ErrorNotice";
import styles from "./ReadingState.module.css";

export function ReadingState({ document }: { document: DocumentSummary }) {
  const retry = useRetryDocument();
  return (
    <div className={styles.state}>
      {isBeingRead(document) && (
        <div className={styles.reading}>
          <progress className={styles.bar} max={100} value={document.progress} aria-label={`Reading ${document.name}`} />
          <span className="num">{document.status === "pending" ? "Waiting to be read" : `Reading, ${document.progress} %`}</span>
        </div>
      )}
      {document.status === "failed" && (
        <div className={styles.failed} role="alert">
          <p>{document.problem ?? "This document could not be read. Paste its text instead."}</p>
          <Button size="compact-sm" variant="default" loading={retry.isPending} onClick={() => retry.mutate(document.id)}>
            Read it again
          </Button>
        </div>
      )}
      {retry.isError && <ErrorNotice error={retry.error} />}
      <Flags flags={document.flags} />
    </div>
  );
}

/** Each kind once, in a sentence. */
export function Flags({ flags }: Pick<DocumentSummary, "flags">) {
  const kinds = [...new Set(flags.map((flag) => flag.kind))];
  if (kinds.length === 0) return null;
  return (
    <ul className={styles.flags}>
      {kinds.map((kind) => (
        <li key={kind}>
          <IconAlertTriangle size={16} stroke={1.7} aria-hidden />
          {flagWords[kind]}
        </li>
      ))}
    </ul>
  );
}
