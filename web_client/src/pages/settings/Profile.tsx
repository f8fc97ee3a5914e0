/** Who practises, and for what: the name that is said aloud, and where a new interview begins. */
import { TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { documentsQuery } from "../../api/documents";
import { roleLabelsQuery } from "../../api/planning";
import { useRename } from "../../api/preferences";
import type { Preferences, User } from "../../api/types";
import { undoToast } from "../../app/toast";
import { Choice } from "../../components/Choice";
import { Search } from "../../components/Search";
import { isLocalOwner } from "../../lib/account";
import { explain } from "../../lib/explain";
import { count } from "../../lib/format";
import { seniorityWords } from "../../lib/words";
import { Section } from "./Section";
import styles from "./SettingsPage.module.css";
import type { ChangeLikes } from "./useLikes";

const levels = ["entry", "mid", "senior"] as const;

export function Profile({ user, likes, change }: { user: User; likes: Preferences; change: ChangeLikes }) {
  const documents = useQuery(documentsQuery);
  const here = documents.data?.length ?? 0;
  return (
    <Section wide title="Profile" text="What the interviewer calls you, and where a new interview begins.">
      <NameField user={user} />
      <div className={styles.narrow}>
        <TargetRole likes={likes} change={change} />
      </div>
      <Choice
        legend="Your level"
        layout="row"
        value={likes.seniority ?? "role"}
        onChange={(level) =>
          level === "role"
            ? change({ seniority: null }, "Your level follows the role.")
            : change({ seniority: level }, `Your level is ${seniorityWords[level].toLowerCase()}.`)
        }
        options={[{ value: "role", label: "As the role says" }, ...levels.map((value) => ({ value, label: seniorityWords[value] }))]}
      />
      <p className={styles.aside}>
        <Link to="/documents">Your documents</Link>
        {documents.data && (here === 0 ? ": none yet." : `: ${count(here, "file")} to plan from.`)}
      </p>
    </Section>
  );
}

/** The owner of this computer was never asked for one. */
const nameOf = (user: User): string => (isLocalOwner(user) && user.name === "Owner" ? "" : user.name);

function NameField({ user }: { user: User }) {
  const kept = nameOf(user);
  const [text, setText] = useState(kept);
  const rename = useRename();
  const keep = (): void => {
    const name = text.trim();
    if (name === kept || rename.isPending || (name === "" && kept === "")) return;
    if (name === "") {
      setText(kept);
      return;
    }
    const put = (next: string): void => rename.mutate(next, { onSuccess: () => setText(next === "Owner" ? "" : next) });
    rename.mutate(name, { onSuccess: () => undoToast(`Interviews that are planned now call you ${name}.`, () => put(user.name)) });
  };
  return (
    <form
      className={styles.narrow}
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <TextInput
        label="Name"
        description="Said in the greeting of interviews that you plan from now on."
        placeholder="How should we call you?"
        autoComplete="given-name"
        maxLength={100}
        value={text}
        error={rename.isError ? explain(rename.error).text : undefined}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={keep}
      />
    </form>
  );
}

function TargetRole({ likes, change }: { likes: Preferences; change: ChangeLikes }) {
  const kept = likes.target_role ?? "";
  const [typed, setTyped] = useState<string | null>(null); // null: what is kept stands in the field
  const [wanted] = useDebouncedValue(typed ?? "", 120);
  const found = useQuery({ ...roleLabelsQuery(wanted), enabled: typed !== null });
  const labels = found.data ?? [];
  const put = (role: string | null): void => {
    setTyped(null);
    if (role === likes.target_role) return;
    change({ target_role: role }, role === null ? "No target role any more." : `New interviews begin with ${role}.`);
  };
  return (
    <Search
      label="Target role"
      description="A new interview begins with it. Empty: with software engineer."
      placeholder="frontend, PM, data analyst …"
      text={typed ?? kept}
      onType={setTyped}
      onPick={put}
      onLeave={() => {
        if (typed === null) return;
        const text = typed.trim().toLowerCase();
        const exact = labels.find((label) => [label.label, label.matched].some((name) => name.toLowerCase() === text));
        if (text === "") put(null);
        else if (exact) put(exact.label);
        else setTyped(null);
      }}
      suggestions={labels.map((label) => ({
        value: label.label,
        label: label.label,
        note: label.matched === label.label ? undefined : `also called ${label.matched}`,
      }))}
      takesFirst
      nothing={found.isPending ? "Looking …" : "No role goes by that name. Try a broader word."}
    />
  );
}
