/** Settings: who you are, who interviews you, what helps you, what this server can do, and what becomes of your data. */
import { Button, SegmentedControl, Skeleton, useMantineColorScheme } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { preferencesQuery } from "../../api/preferences";
import { meQuery, statusQuery, useSignOut } from "../../api/queries";
import { CapabilityList } from "../../components/CapabilityList";
import { ErrorNotice } from "../../components/ErrorNotice";
import { PageHeading } from "../../components/PageHeading";
import { isLocalOwner } from "../../lib/account";
import { Place, place } from "../../lib/place";
import { Comforts } from "./Comforts";
import { DeleteAccount } from "./DeleteAccount";
import { Interviewer } from "./Interviewer";
import { Profile } from "./Profile";
import { Section } from "./Section";
import styles from "./SettingsPage.module.css";
import { useChangeLikes } from "./useLikes";

export default function SettingsPage() {
  return (
    <>
      <PageHeading title="Settings" lead="A change is kept as you make it, and can be taken back for a moment." />
      <div className={styles.sections}>
        <Likes />
        <Appearance />
        <Abilities />
        <Account />
        <Data />
      </div>
    </>
  );
}

function Likes() {
  const me = useQuery(meQuery);
  const likes = useQuery(preferencesQuery);
  const system = useQuery(statusQuery);
  const change = useChangeLikes();
  const user = me.data?.user;
  if (likes.isError)
    return (
      <div className={styles.failed}>
        <ErrorNotice error={likes.error} retry={() => void likes.refetch()} />
      </div>
    );
  if (likes.isPending || !user) return <Skeleton h={1400} radius="md" />;
  return (
    <>
      <Profile key={user.id} user={user} likes={likes.data} change={change} />
      <Interviewer likes={likes.data} change={change} voice={system.data?.voice ?? null} />
      <Comforts likes={likes.data} change={change} />
    </>
  );
}

function Appearance() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Section title="Appearance" text="Paper by day, slate by night.">
      <SegmentedControl
        aria-label="Appearance"
        value={colorScheme}
        onChange={(value) => setColorScheme(value)}
        data={[
          { value: "auto", label: "As the system" },
          { value: "light", label: "Day" },
          { value: "dark", label: "Night" },
        ]}
      />
    </Section>
  );
}

function Abilities() {
  const status = useQuery(statusQuery);
  return (
    <Section wide title={Place} text="What hears, speaks, judges and runs code here, and how to switch on what is off.">
      {status.data ? (
        <CapabilityList status={status.data} />
      ) : status.isError ? (
        <ErrorNotice error={status.error} retry={() => void status.refetch()} />
      ) : (
        <Skeleton h={240} radius="md" />
      )}
    </Section>
  );
}

function Account() {
  const { data: me } = useQuery(meQuery);
  const signOut = useSignOut();
  const navigate = useNavigate();
  const user = me?.user;
  if (isLocalOwner(user))
    return (
      <Section
        title="Account"
        text={`You are the owner of ${place}. The account has no password, so this browser stays signed in: nobody could sign in again.`}
      />
    );
  return (
    <Section title="Account" text={user ? `${user.name}, ${user.email}` : ""}>
      <Button
        variant="default"
        loading={signOut.isPending}
        onClick={() => signOut.mutate(undefined, { onSuccess: () => void navigate({ to: "/welcome" }) })}
      >
        Sign out
      </Button>
    </Section>
  );
}

function Data() {
  const { data: me } = useQuery(meQuery);
  const [deleting, setDeleting] = useState(false);
  const navigate = useNavigate();
  return (
    <>
      <Section
        title="Your data"
        text="One zip file with everything that is kept of you: account and settings, jobs, documents, interviews with their recordings and reports, plans, practice and memory, in formats that other programs read."
      >
        <Button component="a" href="/api/me/export" download variant="default">
          Export my data
        </Button>
      </Section>
      <Section
        title="Delete everything"
        text={`Removes your account with every job, document, recording, transcript and report from ${place}. A single interview can be deleted from the list.`}
      >
        <div className={styles.pair}>
          <Button variant="default" className={styles.danger} onClick={() => setDeleting(true)}>
            Delete everything…
          </Button>
          <Link to="/interviews">Go to the list</Link>
        </div>
      </Section>
      <DeleteAccount
        hasPassword={!isLocalOwner(me?.user)}
        opened={deleting}
        onClose={() => setDeleting(false)}
        onDeleted={() => void navigate({ to: "/welcome" })}
      />
    </>
  );
}
