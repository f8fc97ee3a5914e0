/** Who is signed in, and where to go from there. A disclosure of links: Tab walks through it, Escape closes it. */
import { UnstyledButton } from "@mantine/core";
import { useClickOutside } from "@mantine/hooks";
import { Link, useNavigate } from "@tanstack/react-router";
import { IconChevronDown } from "@tabler/icons-react";
import { useId, useRef, useState } from "react";
import { useSignOut } from "../api/queries";
import type { User } from "../api/types";
import { isLocalOwner } from "../lib/account";
import { Place, place } from "../lib/place";
import styles from "./AccountMenu.module.css";

export function AccountMenu({ user }: { user: User }) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const box = useClickOutside<HTMLDivElement>(() => setOpen(false));
  const id = useId();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const close = (): void => setOpen(false);
  return (
    <div
      ref={box}
      className={styles.menu}
      role="presentation"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !open) return;
        close();
        button.current?.focus();
      }}
      onBlur={(event) => {
        if (event.relatedTarget !== null && !event.currentTarget.contains(event.relatedTarget)) close();
      }}
    >
      <UnstyledButton
        ref={button}
        className={styles.button}
        aria-label="Account"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <span className={styles.initial} aria-hidden>
          {user.name.trim().charAt(0).toUpperCase() || "·"}
        </span>
        <IconChevronDown size={16} stroke={1.8} aria-hidden />
      </UnstyledButton>
      {open && (
        <div id={id} className={styles.dropdown}>
          <div className={styles.who}>
            <b>{user.name}</b>
            <span>{isLocalOwner(user) ? `Owner of ${place}` : user.email}</span>
          </div>
          <div className={styles.small}>
            <Link to="/" onClick={close}>
              Home
            </Link>
            <Link to="/jobs" onClick={close}>
              Jobs
            </Link>
            <Link to="/interviews" onClick={close}>
              Interviews
            </Link>
            <Link to="/practice" onClick={close}>
              Practice
            </Link>
            <Link to="/results" onClick={close}>
              Results
            </Link>
            <Link to="/progress" onClick={close}>
              Progress
            </Link>
            <Link to="/exercises" onClick={close}>
              Exercises
            </Link>
            <Link to="/documents" onClick={close}>
              Documents
            </Link>
            <Link to="/status" onClick={close}>
              {Place}
            </Link>
          </div>
          <Link to="/settings" onClick={close}>
            Settings and your data
          </Link>
          {!isLocalOwner(user) && (
            <UnstyledButton onClick={() => signOut.mutate(undefined, { onSuccess: () => void navigate({ to: "/welcome" }) })}>
              Sign out
            </UnstyledButton>
          )}
        </div>
      )}
    </div>
  );
}
