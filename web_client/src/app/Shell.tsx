/** The frame of every page but the room: skip link, header, main, footer. */
import { useQuery } from "@tanstack/react-query";
import { Link, Outlet } from "@tanstack/react-router";
import { meQuery } from "../api/queries";
import { Place } from "../lib/place";
import { Wordmark } from "../components/Wordmark";
import { AccountMenu } from "./AccountMenu";
import { SchemeToggle } from "./SchemeToggle";
import styles from "./Shell.module.css";

const active = { className: styles.current ?? "" };

export default function Shell() {
  const { data: me } = useQuery(meQuery);
  const user = me?.user ?? null;
  return (
    <div className={styles.frame}>
      <a href="#main" className={styles.skip} data-noprint>
        Skip to content
      </a>
      <header className={styles.header} data-noprint>
        <div className={styles.bar}>
          <Link to={user ? "/" : "/welcome"} className={styles.brand} aria-label="Interview Practice Lab, home">
            <Wordmark />
          </Link>
          {user && (
            <nav className={styles.nav} aria-label="Main">
              <Link to="/" activeOptions={{ exact: true }} activeProps={active}>
                Home
              </Link>
              <Link to="/jobs" activeProps={active}>
                Jobs
              </Link>
              <Link to="/interviews" activeProps={active} activeOptions={{ exact: true }}>
                Interviews
              </Link>
              <Link to="/practice" activeProps={active}>
                Practice
              </Link>
              <Link to="/progress" activeProps={active}>
                Progress
              </Link>
              <Link to="/exercises" activeProps={active}>
                Exercises
              </Link>
              <Link to="/documents" activeProps={active}>
                Documents
              </Link>
              <Link to="/status" activeProps={active}>
                {Place}
              </Link>
            </nav>
          )}
          <div className={styles.tools}>
            <SchemeToggle />
            {user ? <AccountMenu user={user} /> : <Link to="/welcome">Sign in</Link>}
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1} className={styles.main}>
        <Outlet />
      </main>
    </div>
  );
}
