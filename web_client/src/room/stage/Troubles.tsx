import { Button, CloseButton } from "@mantine/core";
import { useEffect, useState } from "react";
import { MicrophoneError } from "../audio/engine";
import type { RoomClient } from "../client";
import type { RoomState, ShownNotice } from "../state";
import { microphoneHelp } from "../words";
import classes from "./Troubles.module.css";

const NOTICE_MS = 9_000;
const GOOD_NEWS_MS = 2_500;
const SHORT_OUTAGE_MS = 600; // a reconnect quicker than this is not worth a word

interface Props {
  room: RoomState;
  client: RoomClient;
}

/** Everything that is wrong just now, said calmly, with the way out. */
export function Troubles({ room, client }: Props) {
  return (
    <div className={classes.troubles} role="status" aria-live="polite">
      <ConnectionTrouble room={room} client={client} />
      {room.microphone === "lost" ? <LostMicrophone client={client} /> : null}
      {room.soundBlocked ? (
        <p className={classes.trouble}>
          <span>The browser holds the sound back.</span>
          <Button size="compact-sm" variant="light" onClick={() => void client.unblockSound()}>
            Turn on the sound
          </Button>
        </p>
      ) : null}
      {room.notices.map((notice) => (
        <NoticeLine key={notice.id} notice={notice} onClose={() => client.dismiss(notice.id)} />
      ))}
    </div>
  );
}

function ConnectionTrouble({ room, client }: Props) {
  const { connection, everOpen } = room;
  const away = connection.state === "waiting" || connection.state === "connecting";
  const broken = away && (everOpen || connection.attempt > 1);
  const [shown, setShown] = useState(false);

  useEffect(() => {
    const timer = setTimeout(() => setShown(broken), broken ? SHORT_OUTAGE_MS : GOOD_NEWS_MS);
    return () => clearTimeout(timer);
  }, [broken]);

  if (!shown) return null;
  if (!broken) return everOpen ? <p className={classes.trouble}>Connected again.</p> : null;
  const waits = connection.state === "waiting" && connection.attempt > 3;
  return (
    <p className={classes.trouble} data-testid="connection-trouble">
      <i className={classes.dot} aria-hidden />
      <span>
        {everOpen
          ? "The connection is interrupted. It reconnects by itself; nothing you said before is lost."
          : "The interviewer can’t be reached yet. It is tried again by itself."}
      </span>
      {waits ? (
        <Button size="compact-sm" variant="light" onClick={() => client.retryNow()}>
          Try now
        </Button>
      ) : null}
    </p>
  );
}

function LostMicrophone({ client }: { client: RoomClient }) {
  const [problem, setProblem] = useState<string | null>(null);
  const again = async () => {
    try {
      await client.useMicrophone(null);
    } catch (error) {
      setProblem(error instanceof MicrophoneError ? microphoneHelp(error.problem).text : microphoneHelp("busy").text);
    }
  };
  return (
    <p className={classes.trouble}>
      <i className={classes.dot} aria-hidden />
      <span>{problem ?? "Your microphone is gone. Plug it in again or choose another, or type your answer."}</span>
      <Button size="compact-sm" variant="light" onClick={() => void again()}>
        Use a microphone
      </Button>
    </p>
  );
}

function NoticeLine({ notice, onClose }: { notice: ShownNotice; onClose: () => void }) {
  useEffect(() => {
    const timer = setTimeout(onClose, NOTICE_MS);
    return () => clearTimeout(timer);
    // The notice's own time counts, not how often the room is drawn.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [notice.id]);
  return (
    <p className={classes.trouble} data-code={notice.code}>
      <span>{notice.message}</span>
      <CloseButton size="sm" onClick={onClose} aria-label="Dismiss" />
    </p>
  );
}
