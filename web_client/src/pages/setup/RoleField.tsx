/** The role by any of its names: "frontend" finds Frontend Engineer. */
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { roleLabelsQuery } from "../../api/planning";
import type { RoleKit, RoleLabel } from "../../api/types";
import { ErrorNotice } from "../../components/ErrorNotice";
import { Search } from "../../components/Search";
import { kitDefaults } from "./draft";
import type { SetupFormState } from "./SetupForm";
import styles from "./SetupPage.module.css";

export function RoleField({ form, kits }: { form: SetupFormState; kits: readonly RoleKit[] }) {
  const { values, errors } = form;
  const [typed, setTyped] = useState<string | null>(null); // null: the picked role stands in the field
  const [wanted] = useDebouncedValue(typed ?? "", 120);
  const found = useQuery(roleLabelsQuery(wanted));
  const labels = found.data ?? [];
  const kit = kits.find((item) => item.key === values.role_kit);

  const pick = (label: RoleLabel | undefined): void => {
    setTyped(null);
    if (!label) return;
    const same = label.role_kit === values.role_kit;
    const defaults = same ? {} : kitDefaults(kits.find((item) => item.key === label.role_kit));
    form.setValues({ ...defaults, role_kit: label.role_kit, role_title: label.label, specialization: label.specialization ?? "" });
  };

  return (
    <div className={styles.field}>
      <Search
        label="Role"
        description="Search by any name it goes by: frontend, SDE, PM, telecaller."
        text={typed ?? values.role_title}
        onType={setTyped}
        onPick={(name) => pick(labels.find((label) => label.label === name))}
        onLeave={() => pick(labels.find((label) => label.matched.toLowerCase() === typed?.trim().toLowerCase()))}
        suggestions={labels.map((label) => ({ value: label.label, label: label.label, note: noteOf(label, kits) }))}
        takesFirst
        nothing={found.isPending ? "Looking …" : "No role goes by that name. Try a broader word, for example “engineer” or “sales”."}
        error={errors["role_kit"] ?? errors["role_title"]}
      />
      {found.isError && <ErrorNotice error={found.error} retry={() => void found.refetch()} />}
      {kit && <p className={styles.hint}>{kit.name === values.role_title ? kit.description : `Asked like a ${kit.name}. ${kit.description}`}</p>}
    </div>
  );
}

/** Why a role was found, where its name does not say it; else the kit that it belongs to. */
function noteOf(label: RoleLabel, kits: readonly RoleKit[]): string | undefined {
  if (label.matched !== label.label) return `also called ${label.matched}`;
  const kit = kits.find((item) => item.key === label.role_kit);
  return kit === undefined || kit.name === label.label ? undefined : kit.name;
}
