import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { roleLabelsQuery } from "../../api/planning";
import { preferencesQuery } from "../../api/preferences";
import { interviewQuery, roleKitsQuery } from "../../api/queries";
import type { RoleLabel } from "../../api/types";
import { PagePending } from "../../app/PagePending";
import { EmptyState } from "../../components/EmptyState";
import { ErrorNotice } from "../../components/ErrorNotice";
import { PageHeading } from "../../components/PageHeading";
import { initialValues, readDraft } from "./draft";
import { PlanView } from "./PlanView";
import { SetupForm } from "./SetupForm";
import styles from "./SetupPage.module.css";

export default function SetupPage() {
  const { plan } = useSearch({ from: "/signed-in/shell/interviews/new" });
  return plan === undefined ? <Choices /> : <PlanView planId={plan} />;
}

function Choices() {
  const { kit, from, jd } = useSearch({ from: "/signed-in/shell/interviews/new" });
  const kits = useQuery(roleKitsQuery);
  const earlier = useQuery({ ...interviewQuery(from ?? ""), enabled: from !== undefined });
  const likes = useQuery(preferencesQuery);
  const target = likes.data?.target_role ?? "";
  const roles = useQuery({ ...roleLabelsQuery(target), enabled: target !== "" });
  const waiting =
    kits.isPending || likes.isPending || (from !== undefined && earlier.isPending) || (target !== "" && roles.isPending);

  return (
    <>
      <PageHeading
        title="New interview"
        lead="Everything is set so that you can start now. Change what you like; a job description makes the questions fit the job."
      />
      <a href="#start" className={styles.toStart}>
        Plan it with these settings
      </a>
      <div className={styles.body}>
        {kits.isError ? (
          <ErrorNotice error={kits.error} retry={() => void kits.refetch()} />
        ) : waiting ? (
          <PagePending />
        ) : kits.data.length === 0 ? (
          <EmptyState title="No roles are installed yet" alert>
            <p>
              Stop the server, run <code>interview-lab seed</code>, and start it again.
            </p>
          </EmptyState>
        ) : (
          <SetupForm
            key={`${kit ?? ""}/${from ?? ""}`}
            kits={kits.data}
            withJob={jd === true}
            initial={initialValues({ kits: kits.data, kit, from: earlier.data, draft: readDraft(), likes: likes.data, role: named(roles.data, target) })}
          />
        )}
      </div>
    </>
  );
}

/** The role that goes by exactly this name; a placeholder of an earlier search has none. */
const named = (roles: readonly RoleLabel[] | undefined, target: string): RoleLabel | undefined =>
  roles?.find(({ label, matched }) => [label, matched].some((name) => name.toLowerCase() === target.toLowerCase()));
