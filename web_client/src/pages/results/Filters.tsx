import { Select, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { jobsQuery } from "../../api/jobs";
import { roleKitsQuery } from "../../api/queries";
import { modeWords } from "../../lib/exerciseWords";
import { typeWords } from "../../lib/words";
import { jobTitle } from "../jobs/words";
import { readResultsSearch, type ResultsSearch } from "./filter";
import styles from "./Results.module.css";

interface Props {
  search: ResultsSearch;
  change: (next: ResultsSearch) => void;
}

export function Filters({ search, change }: Props) {
  const kits = useQuery(roleKitsQuery);
  const tracked = useInfiniteQuery(jobsQuery({}));
  const jobs = tracked.data?.pages.flatMap((page) => page.items) ?? [];
  const set = (name: keyof ResultsSearch, value: string | number | null): void =>
    change(readResultsSearch({ ...search, [name]: value ?? undefined }));
  const number = (value: string): number | null => (value.trim() === "" ? null : Number(value));
  return (
    <div className={styles.filters} role="search" aria-label="Results">
      <Typed label="Search" value={search.text ?? ""} onType={(text) => set("text", text)} />
      <Typed label="Company" value={search.company ?? ""} onType={(company) => set("company", company)} />
      <Select
        label="Job"
        placeholder="Any"
        clearable
        data={jobs.map((job) => ({ value: job.id, label: jobTitle(job) }))}
        value={search.job ?? null}
        onChange={(value) => set("job", value)}
      />
      <Select
        label="Role"
        placeholder="Any"
        clearable
        data={kits.data?.map(({ key, name }) => ({ value: key, label: name })) ?? []}
        value={search.role ?? null}
        onChange={(value) => set("role", value)}
      />
      <Select
        label="Interview"
        placeholder="Any"
        clearable
        data={Object.entries(typeWords).map(([value, { title }]) => ({ value, label: title }))}
        value={search.interview_type ?? null}
        onChange={(value) => set("interview_type", value)}
      />
      <Select
        label="Exercise"
        placeholder="Any or none"
        clearable
        data={Object.entries(modeWords).map(([value, { title }]) => ({ value, label: title }))}
        value={search.exercise_type ?? null}
        onChange={(value) => set("exercise_type", value)}
      />
      <TextInput type="date" label="From" value={search.from ?? ""} onChange={(event) => set("from", event.currentTarget.value)} />
      <TextInput type="date" label="To" value={search.to ?? ""} onChange={(event) => set("to", event.currentTarget.value)} />
      <TextInput
        type="number"
        min={0}
        max={100}
        label="Score from"
        value={search.min ?? ""}
        onChange={(event) => set("min", number(event.currentTarget.value))}
      />
      <TextInput
        type="number"
        min={0}
        max={100}
        label="Score to"
        value={search.max ?? ""}
        onChange={(event) => set("max", number(event.currentTarget.value))}
      />
    </div>
  );
}

/** Asks when the typing rests; emptied from outside it is empty. */
function Typed({ label, value, onType }: { label: string; value: string; onType: (text: string) => void }) {
  const [typed, setTyped] = useState(value);
  const [last, setLast] = useState(value);
  if (value !== last) {
    setLast(value);
    if (value === "") setTyped("");
  }
  const seek = useDebouncedCallback(onType, 200);
  return (
    <TextInput
      label={label}
      leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        seek(event.currentTarget.value);
      }}
    />
  );
}
