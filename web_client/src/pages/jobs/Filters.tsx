import { Checkbox, Select, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { readJobsSearch, type JobsSearch } from "./filter";
import styles from "./Jobs.module.css";
import { jobStatusWords, SORTS, sortWords, STATUSES } from "./words";

interface Props {
  search: JobsSearch;
  tags: readonly string[];
  change: (next: JobsSearch) => void;
}

export function Filters({ search, tags, change }: Props) {
  const set = (name: keyof JobsSearch, value: string | boolean | null): void =>
    change(readJobsSearch({ ...search, [name]: value ?? undefined }));
  const [typed, setTyped] = useState(search.text ?? "");
  const [last, setLast] = useState(search.text);
  if (search.text !== last) {
    // Emptied from outside, by “Show all jobs”, the field is empty too.
    setLast(search.text);
    if (search.text === undefined) setTyped("");
  }
  const seek = useDebouncedCallback((text: string) => set("text", text), 200);
  return (
    <div className={styles.filters} role="search" aria-label="Jobs">
      <TextInput
        label="Search"
        placeholder="role, company, notes"
        leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          seek(event.currentTarget.value);
        }}
      />
      {search.view === "table" && (
        <Select
          label="Status"
          placeholder="Any"
          clearable
          data={STATUSES.map((value) => ({ value, label: jobStatusWords[value] }))}
          value={search.status ?? null}
          onChange={(value) => set("status", value)}
        />
      )}
      <Select
        label="Tag"
        placeholder={tags.length === 0 ? "None yet" : "Any"}
        clearable
        disabled={tags.length === 0 && search.tag === undefined}
        data={[...new Set([...tags, ...(search.tag === undefined ? [] : [search.tag])])]}
        value={search.tag ?? null}
        onChange={(value) => set("tag", value)}
      />
      <Select
        label="Order"
        allowDeselect={false}
        data={SORTS.map((value) => ({ value, label: sortWords[value] }))}
        value={search.sort ?? "updated"}
        onChange={(value) => set("sort", value)}
      />
      <Checkbox
        className={styles.archived}
        label="Archived"
        checked={search.archived === true}
        onChange={(event) => set("archived", event.currentTarget.checked)}
      />
    </div>
  );
}
