/** Everything that was uploaded: take in another, see how the reading goes, correct, download, delete. */
import { SegmentedControl, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { documentsQuery } from "../../api/documents";
import type { DocumentKind, DocumentSummary } from "../../api/types";
import { Intake } from "../../components/documents/Intake";
import { EmptyState } from "../../components/EmptyState";
import { ErrorNotice } from "../../components/ErrorNotice";
import { PageHeading } from "../../components/PageHeading";
import { place } from "../../lib/place";
import { DeleteDocument } from "./DeleteDocument";
import { DocumentRow } from "./DocumentRow";
import styles from "./DocumentsPage.module.css";

export default function DocumentsPage() {
  const list = useQuery(documentsQuery);
  const [kind, setKind] = useState<DocumentKind>("resume");
  const [doomed, setDoomed] = useState<DocumentSummary | null>(null);
  return (
    <>
      <PageHeading
        title="Documents"
        lead={`Your résumé and the job descriptions you practise for. They stay on ${place}, and you see and correct what was understood of them.`}
      />
      <div className={styles.columns}>
        <section aria-labelledby="yours" className={styles.list}>
          <h2 id="yours">Yours</h2>
          {list.isError && list.data === undefined && <ErrorNotice error={list.error} retry={() => void list.refetch()} />}
          {list.isPending && <Skeleton h={240} radius="md" />}
          {list.data?.length === 0 && (
            <EmptyState title="Your documents will live here">
              <p>Start with your résumé: the interviewer then asks about what you did, not about anybody’s career.</p>
            </EmptyState>
          )}
          {list.data !== undefined && list.data.length > 0 && (
            <ul className={styles.rows}>
              {list.data.map((document) => (
                <DocumentRow key={document.id} document={document} onDelete={setDoomed} />
              ))}
            </ul>
          )}
        </section>
        <section aria-labelledby="add" className={styles.add}>
          <h2 id="add">Add one</h2>
          <SegmentedControl
            fullWidth
            aria-label="What is it?"
            value={kind}
            onChange={setKind}
            data={[
              { value: "resume", label: "Résumé" },
              { value: "jd", label: "Job description" },
            ]}
          />
          <Intake key={kind} kind={kind} everywhere />
        </section>
      </div>
      <DeleteDocument document={doomed} onClose={() => setDoomed(null)} />
    </>
  );
}
