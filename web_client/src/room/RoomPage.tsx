import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useBlocker, useNavigate, useParams } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { openPage } from "../app/RouteAnnouncer";
import { preferencesQuery } from "../api/preferences";
import { interviewQuery, statusQuery } from "../api/queries";
import { DeviceCheck, type Entrance } from "./check/DeviceCheck";
import { RoomClient } from "./client";
import { exposeRoom } from "./debug";
import { useDarkPage, useRoom } from "./hooks";
import { LeaveDialog } from "./stage/Dialogs";
import { Room } from "./stage/Room";
import classes from "./RoomPage.module.css";

/** The interview room: first the device check, then the interview, at its end the report. */
export default function RoomPage() {
  const { sessionId } = useParams({ from: "/signed-in/interviews/$sessionId/room" });
  const [client, setClient] = useState<RoomClient | null>(null);
  useDarkPage();

  useEffect(() => {
    openPage("Interview room");
  }, []);

  useEffect(() => {
    if (!client) return;
    const hide = exposeRoom(client);
    return () => {
      hide();
      client.close();
    };
  }, [client]);

  const enter = ({ engine, stream }: Entrance) => setClient(new RoomClient(sessionId, engine, stream));
  return (
    <div className={classes.page}>
      {client ? <Interview client={client} /> : <Entry sessionId={sessionId} onEnter={enter} />}
    </div>
  );
}

function Entry({ sessionId, onEnter }: { sessionId: string; onEnter: (entrance: Entrance) => void }) {
  const interview = useQuery(interviewQuery(sessionId));
  const system = useQuery(statusQuery);
  const likes = useQuery(preferencesQuery);
  const navigate = useNavigate();
  const over = interview.data?.status === "ended" || interview.data?.status === "abandoned";

  useEffect(() => {
    if (over) void navigate({ to: "/interviews/$sessionId/report", params: { sessionId }, replace: true });
  }, [over, navigate, sessionId]);

  if (interview.isError) {
    return (
      <div className={classes.notice}>
        <h1>This interview doesn’t open</h1>
        <p>{interview.error.message}</p>
        <div>
          <Button onClick={() => void interview.refetch()}>Try again</Button>
          <Button variant="subtle" color="gray" onClick={() => void navigate({ to: "/interviews" })}>
            To my interviews
          </Button>
        </div>
      </div>
    );
  }
  if (!interview.data || over || likes.isPending) return null;
  const typed = likes.data?.typed === true;
  return <DeviceCheck interview={interview.data} system={system.data ?? null} typed={typed} onEnter={onEnter} />;
}

function Interview({ client }: { client: RoomClient }) {
  const navigate = useNavigate();
  const room = useRoom(client);
  const { sessionId } = client;
  const ended =
    room.ended !== null || (room.connection.state === "closed" && room.connection.problem?.code === "ended");
  const live = !ended && room.everOpen && room.connection.state !== "closed";
  const blocker = useBlocker({ shouldBlockFn: () => live, enableBeforeUnload: () => live, withResolver: true });

  useEffect(() => {
    if (ended) void navigate({ to: "/interviews/$sessionId/report", params: { sessionId }, replace: true });
  }, [ended, navigate, sessionId]);

  return (
    <>
      <Room client={client} />
      <LeaveDialog
        open={blocker.status === "blocked"}
        onStay={() => blocker.reset?.()}
        onLeave={() => blocker.proceed?.()}
      />
    </>
  );
}
