/** One document: what was understood of it beside its text, to be looked at and corrected. */
import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { documentQuery, fileUrl, isBeingRead } from "../../api/documents";
import { PagePending } from "../../app/PagePending";
import { ReadingState } from "../../components/documents/ReadingState";
import { EmptyState } from "../../components/EmptyState";
import { ErrorNotice } from "../../components/ErrorNotice";
import { PageHeading } from "../../components/PageHeading";
import { count, moment } from "../../lib/format";
import { documentWords } from "../../lib/words";
import { Corrector } from "./Corrector";
import styles from "./DocumentPage.module.css";

export default function DocumentPage() {
  const { documentId } = useParams({ from: "/signed-in/shell/documents/$documentId" });
  const found = useQuery(documentQuery(documentId));
  const back = <Link to="/documents">Documents</Link>;
  if (found.isPending) return <PagePending />;
  if (found.isError && found.data === undefined)
    return (
      <>
        <PageHeading title="Document" eyebrow={back} />
        <div className={styles.body}>
          <ErrorNotice error={found.error} retry={() => void found.refetch()} />
        </div>
      </>
    );
  const document = found.data;
  const extract = document.extract?.resume ?? document.extract?.job ?? null;
  return (
    <>
      <PageHeading
        title={document.name}
        eyebrow={back}
        lead={
          <>
            {documentWords[document.kind]}
            {document.pages === null ? "" : ` · ${count(document.pages, "page")}`} · added {moment(document.created_at)} ·{" "}
            <a href={fileUrl(document.id)} download={document.name}>
              Download
            </a>
          </>
        }
      />
      <div className={styles.notes}>
        <ReadingState document={document} />
        {document.extract?.model_problem != null && <p className={styles.note}>Read by rules alone. {document.extract.model_problem}</p>}
      </div>
      {isBeingRead(document) && <Skeleton h={320} mt={32} radius="lg" />}
      {document.status === "done" && extract === null && (
        <EmptyState title="Nothing was understood of this document">
          <p>Its text is kept, but no item was found in it. Upload another version, or paste its text.</p>
        </EmptyState>
      )}
      {document.status === "done" && extract !== null && <Corrector key={document.id} document={document} extract={extract} />}
    </>
  );
}
