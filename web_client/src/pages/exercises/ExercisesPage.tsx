/** The catalogue: coding exercises and cases, each to be practised alone in a spoken round. */
import { Button, Select, Skeleton, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { IconSearch } from "@tabler/icons-react";
import { exercisesQuery } from "../../api/exercises";
import type { ExerciseCard, ExerciseList } from "../../api/types";
import { EmptyState } from "../../components/EmptyState";
import { ErrorNotice } from "../../components/ErrorNotice";
import { PageHeading } from "../../components/PageHeading";
import {
  caseWords,
  difficultyWords,
  languageWords,
  modeWords,
  topicWords,
} from "../../lib/exerciseWords";
import { seniorityWords } from "../../lib/words";
import styles from "./Exercises.module.css";
import { isShown, readSearch, type ExerciseSearch } from "./filter";

export default function ExercisesPage() {
  const list = useQuery(exercisesQuery);
  return (
    <>
      <PageHeading
        title="Exercises"
        lead="Rounds of code and business cases, held aloud with an interviewer who sees what you do. Each stands by itself; full interviews choose theirs from here."
      />
      {list.isError && list.data === undefined && (
        <ErrorNotice error={list.error} retry={() => void list.refetch()} />
      )}
      {list.isPending && <Skeleton h={420} radius="md" />}
      {list.data !== undefined && <Catalogue list={list.data} />}
    </>
  );
}

function Catalogue({ list }: { list: ExerciseList }) {
  const search = readSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const change = (next: ExerciseSearch): void =>
    void navigate({ to: "/exercises", search: next, replace: true });
  const shown = list.items.filter((card) => isShown(card, search));
  return (
    <>
      <Filters search={search} change={change} />
      <p className={styles.count} role="status">
        {shown.length === list.items.length
          ? `${list.items.length} exercises`
          : `${shown.length} of ${list.items.length} exercises`}
      </p>
      {shown.length === 0 ? (
        <EmptyState title="Nothing fits all of that">
          <p>Take one of the choices away, or search for another word.</p>
          <Button variant="default" mt={18} onClick={() => change({})}>
            Show all exercises
          </Button>
        </EmptyState>
      ) : (
        <ul className={styles.list}>
          {shown.map((card) => (
            <Row key={card.key} card={card} best={bestOf(list, card.key)} />
          ))}
        </ul>
      )}
    </>
  );
}

function Filters({
  search,
  change,
}: {
  search: ExerciseSearch;
  change: (next: ExerciseSearch) => void;
}) {
  const set = (name: keyof ExerciseSearch, value: string | null): void =>
    change(readSearch({ ...search, [name]: value ?? undefined }));
  const modes = Object.entries(modeWords).map(([value, { title }]) => ({
    value,
    label: title,
  }));
  return (
    <div className={styles.filters} role="search" aria-label="Exercises">
      <TextInput
        className={styles.text}
        label="Search"
        placeholder="cache, joins, pricing"
        leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
        value={search.text ?? ""}
        onChange={(event) => set("text", event.currentTarget.value)}
      />
      <Select
        label="Kind"
        placeholder="Any"
        clearable
        data={modes}
        value={search.mode ?? null}
        onChange={(value) => set("mode", value)}
      />
      <Select
        label="Language"
        placeholder="Any"
        clearable
        data={Object.entries(languageWords).map(([value, label]) => ({
          value,
          label,
        }))}
        value={search.language ?? null}
        onChange={(value) => set("language", value)}
      />
      <Select
        label="Level"
        placeholder="Any"
        clearable
        data={Object.entries(seniorityWords).map(([value, label]) => ({
          value,
          label,
        }))}
        value={search.level ?? null}
        onChange={(value) => set("level", value)}
      />
    </div>
  );
}

function Row({ card, best }: { card: ExerciseCard; best: Best | null }) {
  return (
    <li className={styles.row}>
      <Link
        to="/exercises/$key"
        params={{ key: card.key }}
        className={styles.link}
      >
        <span className={styles.name}>{card.name}</span>
        <span className={styles.meta}>{facts(card).join(" · ")}</span>
        <span className={styles.summary}>{card.summary}</span>
        <span className={styles.topics}>
          {card.topics.slice(0, 4).map(topicWords).join(", ")}
        </span>
      </Link>
      {best !== null && (
        <p className={styles.done}>
          {best.score === null ? "Practised" : `${best.score} of 100`}
          {best.times > 1 && (
            <span className={styles.times}> best of {best.times}</span>
          )}
        </p>
      )}
    </li>
  );
}

/** What an exercise is, in a few words. */
export function facts(card: ExerciseCard): string[] {
  const what =
    card.case_type !== null
      ? caseWords[card.case_type]
      : card.language !== null
        ? languageWords[card.language]
        : null;
  return [
    modeWords[card.mode].title,
    ...(what === null ? [] : [what]),
    `${seniorityWords[card.level]}, ${difficultyWords[card.difficulty].toLowerCase()}`,
    `${card.minutes} min`,
  ];
}

interface Best {
  score: number | null;
  times: number;
}

function bestOf(list: ExerciseList, key: string): Best | null {
  const mine = list.done.filter((past) => past.exercise === key);
  const scores = mine.flatMap((past) =>
    past.score === null ? [] : [past.score],
  );
  return mine.length === 0
    ? null
    : {
        score: scores.length === 0 ? null : Math.max(...scores),
        times: mine.length,
      };
}
