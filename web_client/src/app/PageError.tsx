/** What a page shows when it broke: what happened, and a way on. A server that was gone is tried again once it is back. */
import { Button, Group } from "@mantine/core";
import { useRouter, type ErrorComponentProps } from "@tanstack/react-router";
import { useCallback, useEffect } from "react";
import { ApiError, serverReach } from "../api/client";
import { PageHeading } from "../components/PageHeading";
import { explain } from "../lib/explain";
import styles from "./PageError.module.css";

export function PageError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const { title, text } = explain(error);
  const retry = useCallback(() => {
    reset();
    void router.invalidate();
  }, [reset, router]);
  const unreachable = error instanceof ApiError && error.code === "network";
  useEffect(() => (unreachable ? serverReach.subscribe(() => serverReach.get() && retry()) : undefined), [unreachable, retry]);
  return (
    <div role="alert" className={styles.page}>
      <PageHeading title={title} lead={text} />
      <Group mt={28}>
        <Button onClick={retry}>Try again</Button>
        <Button variant="default" onClick={() => window.location.reload()}>
          Reload the page
        </Button>
      </Group>
    </div>
  );
}
