import { ActionIcon, Button } from "@mantine/core";
import { IconTextDecrease, IconTextIncrease } from "@tabler/icons-react";
import { lazy, Suspense, useCallback, useState } from "react";
import { CodeView } from "../../components/exercises/CodeView";
import { DiffView } from "../../components/exercises/DiffView";
import type { ExerciseDesk } from "../exercises/desk";
import type { Version } from "../exercises/shelf";
import type { Exercise } from "../exercises/state";
import type { CodingView } from "../messages";
import { Tabs, type Tab } from "./Tabs";
import classes from "./Workbench.module.css";

const Editor = lazy(() => import("./Editor"));

const SIZE_KEY = "room-code-size";
const [SMALLEST, LARGEST] = [12, 20];

type Sheet = "file" | "failing" | "visible" | "changes" | "versions";

interface Props {
  exercise: Exercise;
  view: CodingView;
  desk: ExerciseDesk;
}

/** The file to work on, and what belongs to it: the tests, what was changed so far, and earlier versions. */
export function CodePane({ exercise, view, desk }: Props) {
  const [sheet, setSheet] = useState<Sheet>("file");
  const [size, setSize] = useState(() => Number(localStorage.getItem(SIZE_KEY) ?? 14) || 14);
  const { key, file, closed, versions } = exercise;
  const text = file?.text ?? view.code;
  const changed = text !== view.code;
  const resize = (by: number) => {
    const next = Math.min(LARGEST, Math.max(SMALLEST, size + by));
    setSize(next);
    localStorage.setItem(SIZE_KEY, String(next));
  };
  const tabs: Tab<Sheet>[] = [
    { name: "file", label: view.filename },
    ...(view.failing_test === null ? [] : [{ name: "failing", label: "Failing test" } as const]),
    ...(view.visible_tests === "" ? [] : [{ name: "visible", label: "Visible tests" } as const]),
    { name: "changes", label: "Your changes" },
    { name: "versions", label: "Earlier versions", sign: versions.length > 1 ? String(versions.length - 1) : undefined },
  ];
  const putBack = (version: Version) => {
    desk.putBack(key, version.text);
    setSheet("file");
  };
  return (
    <div className={classes.codePane} style={{ "--code-size": `${size}px` }}>
      <Tabs label="Files" tabs={tabs} value={sheet} onChange={setSheet}>
        <span className={classes.sizes}>
          <ActionIcon size={34} aria-label="Smaller code" disabled={size <= SMALLEST} onClick={() => resize(-1)}>
            <IconTextDecrease size={18} stroke={1.6} />
          </ActionIcon>
          <ActionIcon size={34} aria-label="Larger code" disabled={size >= LARGEST} onClick={() => resize(1)}>
            <IconTextIncrease size={18} stroke={1.6} />
          </ActionIcon>
        </span>
      </Tabs>
      <div className={classes.sheet} hidden={sheet !== "file"}>
        <FileEditor exercise={exercise} view={view} desk={desk} text={text} closed={closed} />
      </div>
      {sheet === "file" ? null : (
        <div className={classes.reading}>
          {sheet === "failing" ? <CodeView text={view.failing_test ?? ""} language={view.language} label="Failing test" /> : null}
          {sheet === "visible" ? <CodeView text={view.visible_tests} language={view.language} label="Visible tests" /> : null}
          {sheet === "changes" ? (
            changed ? (
              <DiffView before={view.code} after={text} language={view.language} label="Your changes" />
            ) : (
              <p className={classes.empty}>You have not changed the file yet. What you change shows here, against the file as you got it.</p>
            )
          ) : null}
          {sheet === "versions" ? <Versions versions={versions} text={text} view={view} closed={closed} onPutBack={putBack} /> : null}
        </div>
      )}
    </div>
  );
}

function FileEditor({ exercise: { key }, view, desk, text, closed }: Props & { text: string; closed: boolean }) {
  const watch = useCallback((show: (text: string) => void) => desk.file(key)?.watch(show) ?? (() => undefined), [desk, key]);
  return (
    <Suspense fallback={<CodeView text={text} language={view.language} label={view.filename} />}>
      <Editor
        key={key}
        filename={view.filename}
        language={view.language}
        text={text}
        readOnly={closed}
        watch={watch}
        onChange={(next) => desk.edit(key, next)}
        onRun={() => desk.run(key, false)}
        onLeave={() => document.getElementById("bench-run")?.focus()}
      />
    </Suspense>
  );
}

interface VersionsProps {
  versions: readonly Version[];
  text: string;
  view: CodingView;
  closed: boolean;
  onPutBack: (version: Version) => void;
}

const clock = (at: number): string => new Date(at).toLocaleTimeString(undefined, { hour: "2-digit", minute: "2-digit", second: "2-digit" });

function Versions({ versions, text, view, closed, onPutBack }: VersionsProps) {
  const earlier = [...versions, ...(versions.some((one) => one.text === view.code) ? [] : [{ revision: 0, at: 0, text: view.code }])]
    .filter((version) => version.text !== text)
    .reverse();
  const [looked, setLooked] = useState<Version | null>(null);
  if (earlier.length === 0) return <p className={classes.empty}>Versions that you can go back to collect here as you type.</p>;
  return (
    <ul className={classes.versions}>
      {earlier.map((version) => (
        <li key={`${version.revision}-${version.at}`}>
          <div>
            <span>{version.text === view.code ? "The file as you got it" : `Version ${version.revision}, ${clock(version.at)}`}</span>
            <span className={classes.keys}>
              <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setLooked(looked === version ? null : version)} aria-expanded={looked === version}>
                {looked === version ? "Hide" : "Compare"}
              </Button>
              <Button size="compact-sm" variant="default" disabled={closed} onClick={() => onPutBack(version)}>
                Go back to it
              </Button>
            </span>
          </div>
          {looked === version ? <DiffView before={text} after={version.text} language={view.language} label="What going back would change" /> : null}
        </li>
      ))}
    </ul>
  );
}
