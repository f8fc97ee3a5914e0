/** The still face of an interviewer, drawn by the avatar. Until it has loaded, the initial holds its place. */
import { lazy, Suspense } from "react";
import type { Look } from "../api/types";
import { cx } from "../lib/cx";
import { lookNames } from "../lib/words";
import styles from "./Face.module.css";

const AvatarStill = lazy(async () => ({ default: (await import("../avatar/AvatarStill")).AvatarStill }));

function Initial({ look }: { look: Look }) {
  return <span className={styles.initial}>{lookNames[look].charAt(0)}</span>;
}

export function Face({ look, className }: { look: Look; className?: string | undefined }) {
  return (
    <span className={cx(styles.face, className)} aria-hidden>
      <Suspense fallback={<Initial look={look} />}>
        <AvatarStill look={look} label="" />
      </Suspense>
    </span>
  );
}
