/** What a page shows when it broke: what happened, and a way on. */
import { Button, Group } from "@mantine/core";
import { useRouter, type ErrorComponentProps } from "@tanstack/react-router";
import { PageHeading } from "../components/PageHeading";
import { explain } from "../lib/explain";
import styles from "./PageError.module.css";

export function PageError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const { title, text } = explain(error);
  return (
    <div role="alert" className={styles.page}>
      <PageHeading title={title} lead={text} />
      <Group mt={28}>
        <Button
          onClick={() => {
            reset();
            void router.invalidate();
          }}
        >
          Try again
        </Button>
        <Button variant="default" onClick={() => window.location.reload()}>
          Reload the page
        </Button>
      </Group>
    </div>
  );
}
