import { UnstyledButton } from "@mantine/core";
import { useSyncExternalStore } from "react";
import { toastStore } from "./toast";
import styles from "./Toast.module.css";

export function Toast() {
  const { text, undo } = useSyncExternalStore(toastStore.subscribe, toastStore.get);
  return (
    <div role="status" aria-live="polite" data-noprint>
      {text !== "" && (
        <div className={styles.toast}>
          {undo === null ? (
            text
          ) : (
            <>
              <span>{text}</span>
              <UnstyledButton className={styles.undo} onClick={undo}>
                Undo
              </UnstyledButton>
            </>
          )}
        </div>
      )}
    </div>
  );
}
