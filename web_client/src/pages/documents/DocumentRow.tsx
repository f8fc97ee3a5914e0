import { ActionIcon } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { IconDownload, IconTrash } from "@tabler/icons-react";
import { fileUrl } from "../../api/documents";
import type { DocumentSummary } from "../../api/types";
import { ReadingState } from "../../components/documents/ReadingState";
import { count, moment } from "../../lib/format";
import { documentWords } from "../../lib/words";
import styles from "./DocumentsPage.module.css";

interface Props {
  document: DocumentSummary;
  onDelete: (document: DocumentSummary) => void;
}

export function DocumentRow({ document, onDelete }: Props) {
  const { id, name, kind, pages, created_at, status } = document;
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        {status === "done" ? (
          <Link to="/documents/$documentId" params={{ documentId: id }} className={styles.name}>
            {name}
          </Link>
        ) : (
          <span className={styles.name}>{name}</span>
        )}
        <span className={styles.meta}>
          {documentWords[kind]}
          {pages === null ? "" : ` · ${count(pages, "page")}`} · {moment(created_at)}
        </span>
        <ReadingState document={document} />
      </div>
      <div className={styles.actions}>
        {status === "done" && (
          <Link to="/documents/$documentId" params={{ documentId: id }} className={styles.correct} aria-label={`See and correct ${name}`}>
            See and correct
          </Link>
        )}
        <ActionIcon component="a" href={fileUrl(id)} download={name} size={36} aria-label={`Download ${name}`}>
          <IconDownload size={18} stroke={1.6} />
        </ActionIcon>
        <ActionIcon size={36} aria-label={`Delete ${name}`} onClick={() => onDelete(document)}>
          <IconTrash size={17} stroke={1.6} />
        </ActionIcon>
      </div>
    </li>
  );
}
