import { useSyncExternalStore } from "react";
import { toastStore } from "./toast";
import styles from "./Toast.module.css";

export function Toast() {
  const message = useSyncExternalStore(toastStore.subscribe, toastStore.get);
  return (
    <div role="status" aria-live="polite" data-noprint>
      {message !== "" && <p className={styles.toast}>{message}</p>}
    </div>
  );
}
