/** A résumé or a job description for this interview: one that is here already, or a new one. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { documentsQuery } from "../../api/documents";
import type { DocumentKind } from "../../api/types";
import { Intake } from "../../components/documents/Intake";
import { ReadingState } from "../../components/documents/ReadingState";
import { Disclosure } from "../../components/Disclosure";
import { ErrorNotice } from "../../components/ErrorNotice";
import { moment } from "../../lib/format";
import { documentWords } from "../../lib/words";
import { Choice } from "../../components/Choice";
import type { SetupFormState } from "./SetupForm";
import styles from "./SetupPage.module.css";

const summaries: Record<DocumentKind, string> = { jd: "Add the job description", resume: "Add your résumé" };
const why: Record<DocumentKind, string> = {
  jd: "The interviewer asks about what the job requires, and the report says what you covered.",
  resume: "The interviewer asks about what you claim in it.",
};

interface Props {
  form: SetupFormState;
  kind: DocumentKind;
  opened?: boolean;
}

export function DocumentField({ form, kind, opened = false }: Props) {
  const name = kind === "jd" ? "jd_document_id" : "resume_document_id";
  const chosen = form.values[name];
  const [wanted, setWanted] = useState(opened || chosen !== "");
  const [adding, setAdding] = useState(false);
  const all = useQuery(documentsQuery);
  const ours = all.data?.filter((document) => document.kind === kind && (document.status !== "failed" || document.id === chosen)) ?? [];
  const current = ours.find((document) => document.id === chosen);
  const choose = (id: string): void => form.setFieldValue(name, id);
  const error = form.errors[name];

  return (
    <Disclosure summary={current ? `${documentWords[kind]}: ${current.name}` : summaries[kind]} open={wanted || error !== undefined} onToggle={setWanted}>
      <div className={styles.document}>
        <p className={styles.hint}>{why[kind]}</p>
        {all.isError && <ErrorNotice error={all.error} retry={() => void all.refetch()} />}
        {ours.length > 0 && (
          <Choice
            legend={`Which ${kind === "jd" ? "job description" : "résumé"}?`}
            value={chosen === "" ? "none" : chosen}
            onChange={(id) => choose(id === "none" ? "" : id)}
            error={error}
            options={[
              ...ours.slice(0, 6).map((document) => ({ value: document.id, label: document.name, note: `Added ${moment(document.created_at)}` })),
              { value: "none", label: "None" },
            ]}
          />
        )}
        {current && <ReadingState document={current} />}
        {current?.status === "done" && (
          <p className={styles.hint}>
            <Link to="/documents/$documentId" params={{ documentId: current.id }}>
              See and correct what was read
            </Link>
          </p>
        )}
        {ours.length === 0 || adding ? (
          <Intake
            kind={kind}
            onTaken={(document) => {
              choose(document.id);
              setAdding(false);
            }}
          />
        ) : (
          <p>
            <button type="button" className={styles.textButton} onClick={() => setAdding(true)}>
              Add another
            </button>
          </p>
        )}
      </div>
    </Disclosure>
  );
}
