import { Button, SegmentedControl, useMantineColorScheme } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { meQuery, useSignOut } from "../../api/queries";
import { PageHeading } from "../../components/PageHeading";
import { DeleteAccount } from "./DeleteAccount";
import { isLocalOwner } from "../../lib/account";
import { place } from "../../lib/place";
import styles from "./SettingsPage.module.css";

export default function SettingsPage() {
  const { data: me } = useQuery(meQuery);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [deleting, setDeleting] = useState(false);
  const signOut = useSignOut();
  const navigate = useNavigate();
  const user = me?.user;
  const owner = isLocalOwner(user);
  return (
    <>
      <PageHeading title="Settings" />
      <div className={styles.sections}>
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
        {owner ? (
          <Section
            title="Account"
            text={`You are the owner of ${place}. The account has no password, so this browser stays signed in: nobody could sign in again.`}
          />
        ) : (
          <Section title="Account" text={user ? `${user.name}, ${user.email}` : ""}>
            <Button
              variant="default"
              loading={signOut.isPending}
              onClick={() => signOut.mutate(undefined, { onSuccess: () => void navigate({ to: "/welcome" }) })}
            >
              Sign out
            </Button>
          </Section>
        )}
        <Section
          title="Your data"
          text="One zip file with your interviews, transcripts, recordings and reports, in formats other programs read."
        >
          <Button component="a" href="/api/me/export" download variant="default">
            Export my data
          </Button>
        </Section>
        <Section
          title="Delete everything"
          text={`Removes your account with every recording, transcript and report from ${place}. A single interview can be deleted from the list.`}
        >
          <div className={styles.pair}>
            <Button variant="default" className={styles.danger} onClick={() => setDeleting(true)}>
              Delete everything…
            </Button>
            <Link to="/interviews">Go to the list</Link>
          </div>
        </Section>
      </div>
      <DeleteAccount
        hasPassword={!owner}
        opened={deleting}
        onClose={() => setDeleting(false)}
        onDeleted={() => void navigate({ to: "/welcome" })}
      />
    </>
  );
}

function Section({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <section className={styles.section}>
      <div>
        <h2>{title}</h2>
        <p>{text}</p>
      </div>
      <div>{children}</div>
    </section>
  );
}
