/** Says that the server is gone, keeps knocking, and refreshes the page's data once it is back. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { serverReach } from "../api/client";
import { statusQuery } from "../api/queries";
import styles from "./OfflineBanner.module.css";

export function OfflineBanner() {
  const reachable = useSyncExternalStore(serverReach.subscribe, serverReach.get);
  const client = useQueryClient();
  const wasGone = useRef(false);
  useQuery({ ...statusQuery, enabled: !reachable, refetchInterval: 3_000, retry: false });

  useEffect(() => {
    if (!reachable) wasGone.current = true;
    else if (wasGone.current) {
      wasGone.current = false;
      void client.invalidateQueries();
    }
  }, [reachable, client]);

  return (
    <div role="status" aria-live="polite" data-noprint>
      {reachable ? null : (
        <p className={styles.banner}>
          <span className={styles.dot} aria-hidden /> The server doesn’t answer. What you see may be old; this page goes on by itself once
          it is back.
        </p>
      )}
    </div>
  );
}
