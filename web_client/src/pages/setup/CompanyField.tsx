/** The company: one of those that are known, any other name, or only how such a company works. */
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { companiesQuery } from "../../api/planning";
import type { Company, CompanyArchetype } from "../../api/types";
import { Search } from "../../components/Search";
import { archetypeWords } from "../../lib/words";
import type { SetupFormState } from "./SetupForm";
import styles from "./SetupPage.module.css";

const archetypes = Object.keys(archetypeWords) as CompanyArchetype[];

export function CompanyField({ form }: { form: SetupFormState }) {
  const { values, errors } = form;
  const [wanted] = useDebouncedValue(values.company, 120);
  const found = useQuery(companiesQuery(wanted));
  const hits = found.data ?? [];
  const name = values.company.trim().toLowerCase();
  const known = hits.find((company) => [company.name, company.matched].some((called) => called.toLowerCase() === name));

  return (
    <div className={styles.two}>
      <div className={styles.field}>
        <Search
          label="Company"
          description="Optional. Any name will do."
          text={values.company}
          onType={(text) => form.setFieldValue("company", text)}
          onPick={(company) => form.setFieldValue("company", company)}
          suggestions={hits.map((company) => ({ value: company.name, label: company.name, note: noteOf(company) }))}
          error={errors["company"]}
        />
        {known && <p className={styles.hint}>{aboutCompany(known)}</p>}
      </div>
      {!known && <ArchetypeField form={form} />}
    </div>
  );
}

function ArchetypeField({ form }: { form: SetupFormState }) {
  const { values } = form;
  const [typed, setTyped] = useState<string | null>(null);
  const chosen = values.company_archetype === "" ? null : archetypeWords[values.company_archetype];
  const sought = typed?.trim().toLowerCase() ?? "";
  const offered = archetypes.filter((key) => `${archetypeWords[key].title} ${archetypeWords[key].meaning}`.toLowerCase().includes(sought));
  const leave = (): void => {
    if (typed?.trim() === "") form.setFieldValue("company_archetype", "");
    setTyped(null);
  };
  return (
    <div className={styles.field}>
      <Search
        label="Kind of company"
        description="Optional. It changes what you are asked about."
        text={typed ?? chosen?.title ?? ""}
        onType={setTyped}
        onLeave={leave}
        onPick={(key) => {
          setTyped(null);
          form.setFieldValue("company_archetype", key as CompanyArchetype);
        }}
        suggestions={offered.map((key) => ({ value: key, label: archetypeWords[key].title, note: archetypeWords[key].meaning }))}
        nothing="No kind of company goes by that name. Clear the field to see them all."
        error={form.errors["company_archetype"]}
      />
      {chosen && <p className={styles.hint}>{chosen.meaning}</p>}
    </div>
  );
}

const noteOf = (company: Company): string =>
  company.matched === company.name ? archetypeWords[company.archetype].title : `also called ${company.matched}`;

function aboutCompany(company: Company): string {
  const { title, meaning } = archetypeWords[company.archetype];
  return `${title}: ${meaning.charAt(0).toLowerCase()}${meaning.slice(1)}`;
}
