import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import type { FatalProblem } from "../transport/transport";
import { fatalHelp } from "../words";
import classes from "./PauseOverlay.module.css";

interface Props {
  sessionId: string;
  problem: FatalProblem;
}

/** The connection is closed for good: what happened, and the one thing to do. */
export function FatalScreen({ sessionId, problem }: Props) {
  const navigate = useNavigate();
  const { title, text, action } = fatalHelp(problem);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  const ways = {
    reload: {
      label: problem.code === "replaced" ? "Take it back here" : "Reload the page",
      run: () => window.location.reload(),
    },
    sign_in: {
      label: "Sign in",
      run: () => void navigate({ to: "/welcome", search: { next: `/interviews/${sessionId}/room` } }),
    },
    report: {
      label: "Open the report",
      run: () => void navigate({ to: "/interviews/$sessionId/report", params: { sessionId } }),
    },
    leave: { label: "To my interviews", run: () => void navigate({ to: "/interviews" }) },
  };
  const way = ways[action];
  return (
    <div
      className={classes.overlay}
      role="alertdialog"
      aria-modal="true"
      aria-labelledby="room-fatal"
      aria-describedby="room-fatal-text"
    >
      <div className={classes.inner}>
        <h2 id="room-fatal">{title}</h2>
        <p id="room-fatal-text">{text}</p>
        <div className={classes.keys}>
          <Button ref={first} onClick={way.run}>
            {way.label}
          </Button>
        </div>
      </div>
    </div>
  );
}
