import { lazy, Suspense, useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { AvatarHandle } from "../../avatar/Avatar";
import type { RoomClient } from "../client";
import { currentOf } from "../exercises/state";
import { useRoom, useShortcuts, useWakeLock } from "../hooks";
import { isPaused, speakerOf } from "../state";
import { doing } from "../words";
import { useSpace, type BenchTab } from "../workbench/space";
import { Splitter } from "../workbench/Splitter";
import { useSize } from "../workbench/useSize";
import { Captions } from "./Captions";
import { Controls, type RoomActions } from "./Controls";
import { EndDialog } from "./Dialogs";
import { FatalScreen } from "./FatalScreen";
import { Faces } from "./Faces";
import { PauseOverlay } from "./PauseOverlay";
import { TopBar } from "./TopBar";
import { Lines, TranscriptPanel } from "./TranscriptPanel";
import { Troubles } from "./Troubles";
import { TypeBox } from "./TypeBox";
import classes from "./Room.module.css";

const Workbench = lazy(() => import("../workbench/Workbench"));

const SHORTCUTS_KEY = "room-shortcuts-off";

/** The interview itself: the face in the middle, the words below it, the keys at the bottom. */
export function Room({ client }: { client: RoomClient }) {
  const room = useRoom(client);
  const face = useRef<AvatarHandle>(null);
  const [wantsTyping, setWantsTyping] = useState(false);
  const [transcriptOpen, setTranscriptOpen] = useState(false);
  const [ending, setEnding] = useState(false);
  const [leaving, setLeaving] = useState(false); // the last words are being said
  const [shortcuts, setShortcuts] = useState(() => localStorage.getItem(SHORTCUTS_KEY) === null);
  const [talk, setTalk] = useSize("talk", 300);
  const [tab, setTab] = useState<BenchTab>("brief");
  const space = useSpace();
  const [looking, setLooking] = useState<boolean | null>(null);
  const { exercise, over } = useExercise(client, room.phase?.id, looking);
  useWakeLock();

  useEffect(() => client.watchNods(() => face.current?.nod()), [client]);

  const paused = isPaused(room) && !leaving;
  const speaks = room.microphone !== "off";
  const typing = wantsTyping || !speaks;
  const problem = room.connection.state === "closed" && room.ended === null ? room.connection.problem : null;
  const here = room.connection.state === "open";
  const covered = paused || problem !== null;

  const beside = exercise !== null;
  const small = beside && space === "phone" && tab !== "conversation"; // the face and the last words only

  const actions: RoomActions = {
    mute: () => client.setMuted(room.microphone === "on"),
    done: () => client.control("done_speaking"),
    type: () => setWantsTyping(!wantsTyping),
    repeat: () => client.control("repeat"),
    skip: () => client.control("skip"),
    pause: () => client.control("pause"),
    end: () => setEnding(true),
  };
  const keys = {
    m: speaks ? actions.mute : undefined,
    d: speaks && room.interviewer === "listening" ? actions.done : undefined,
    t: speaks ? actions.type : undefined,
    r: actions.repeat,
    s: actions.skip,
    p: actions.pause,
    h: () => setTranscriptOpen(!transcriptOpen),
  };
  useShortcuts(
    paused ? { p: () => client.control("resume") } : keys,
    shortcuts && problem === null && !ending && !leaving,
  );

  const people = room.welcome?.interviewers ?? [];
  const speaker = speakerOf(room);
  const name = speaker?.name ?? "Your interviewer";
  return (
    <div className={classes.room}>
      <div className={classes.stage} inert={covered}>
        <TopBar
          room={room}
          transcriptOpen={transcriptOpen}
          onTranscript={() => setTranscriptOpen(!transcriptOpen)}
          exercise={over ? { shown: exercise !== null, onToggle: () => setLooking(exercise === null) } : null}
          shortcuts={shortcuts}
          onShortcuts={(on) => {
            setShortcuts(on);
            if (on) localStorage.removeItem(SHORTCUTS_KEY);
            else localStorage.setItem(SHORTCUTS_KEY, "1");
          }}
        />
        <Troubles room={room} client={client} />
        <div className={classes.floor} data-space={beside ? space : undefined} style={{ "--talk": `${talk}px` }}>
        <main
          className={classes.middle}
          data-typing={typing || undefined}
          data-beside={beside || undefined}
          data-small={small || undefined}
          data-region
          tabIndex={-1}
          aria-label="Conversation"
        >
          <div className={classes.person}>
            <Faces
              people={people}
              speaker={speaker}
              state={here ? room.interviewer : "idle"}
              client={client}
              faceRef={face}
            />
            <p className={classes.doing} data-testid="interviewer-state">
              <b>{name}</b>
              {people.length > 1 ? <span className={classes.role}>{speaker?.role}</span> : null}
              <span>{leaving ? "The interview is ending" : doing(room, speaks)}</span>
            </p>
          </div>
          {beside && !small ? <div className={classes.lines}><Lines room={room} without={room.live?.key ?? null} /></div> : null}
          <Captions live={room.live} speaker={people.length > 1 ? name : null} own={room.own} drafts={room.drafts} voice={client.voice} />
          {typing && !small ? (
            <TypeBox
              storageKey={`room-draft-${client.sessionId}`}
              onTyping={() => client.typing()}
              onSend={(text) => client.answer(text)}
              onClose={speaks ? () => setWantsTyping(false) : null}
            />
          ) : null}
        </main>
        {exercise ? (
          <>
            {space === "phone" ? null : (
              <Splitter label="Width of the conversation" axis="x" from="start" value={talk} min={240} max={520} onChange={setTalk} />
            )}
            <Suspense fallback={<div className={classes.benchComing} />}>
              <Workbench key={exercise.key} exercise={exercise} desk={client.desk} space={space} tab={tab} onTab={setTab} />
            </Suspense>
          </>
        ) : null}
        </div>
        <div inert={leaving}>
          <Controls compact={beside} room={room} client={client} typing={typing} actions={actions} />
        </div>
      </div>
      {transcriptOpen ? <TranscriptPanel room={room} onClose={() => setTranscriptOpen(false)} /> : null}
      {paused && !problem ? (
        <PauseOverlay
          remainingS={room.clock?.remaining_s ?? null}
          onResume={() => client.control("resume")}
          onEnd={() => setEnding(true)}
        />
      ) : null}
      {problem ? <FatalScreen sessionId={client.sessionId} problem={problem} /> : null}
      <EndDialog
        open={ending}
        onClose={() => setEnding(false)}
        onEnd={() => {
          setEnding(false);
          setLeaving(true);
          client.control("end");
        }}
      />
    </div>
  );
}

/** The exercise to show: an open one; one that is over stays until the interview goes on, and can be looked at later. */
function useExercise(client: RoomClient, phase: string | undefined, looking: boolean | null) {
  const exercise = currentOf(useSyncExternalStore(client.desk.exercises.subscribe, client.desk.exercises.get));
  const [worked, setWorked] = useState<{ key: string; phase: string | undefined } | null>(null);
  const open = exercise?.closed === false;
  if (open && (worked?.key !== exercise.key || worked.phase !== phase)) setWorked({ key: exercise.key, phase });
  const justOver = exercise !== null && worked?.key === exercise.key && worked.phase === phase;
  const stays = open || (looking ?? justOver);
  return { exercise: stays ? exercise : null, over: exercise !== null && !open };
}
