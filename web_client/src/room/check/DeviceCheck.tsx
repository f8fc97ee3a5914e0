import { Button, NativeSelect } from "@mantine/core";
import { IconMicrophone } from "@tabler/icons-react";
import { useState } from "react";
import type { InterviewBody, SystemStatus } from "../../api/types";
import { AvatarStill } from "../../avatar/AvatarStill";
import { LOOKS } from "../../avatar/looks";
import { Coded } from "../../components/Coded";
import type { AudioEngine } from "../audio/engine";
import { microphoneHelp } from "../words";
import { LevelMeter } from "./LevelMeter";
import { SoundTest } from "./SoundTest";
import { useMicrophoneCheck, type MicrophoneCheck } from "./useMicrophoneCheck";
import classes from "./DeviceCheck.module.css";

export interface Entrance {
  /** Null where the browser has no audio threads: the questions are shown. */
  engine: AudioEngine | null;
  /** Null in a typed interview. */
  stream: MediaStream | null;
}

interface Props {
  interview: InterviewBody;
  system: SystemStatus | null;
  /** Their settings say that they answer by typing: the microphone is not asked for. */
  typed?: boolean;
  onEnter: (entrance: Entrance) => void;
}

/** Before the interview: can we hear you, can you hear us, and do you know what is kept. */
export function DeviceCheck({ interview, system, typed = false, onEnter }: Props) {
  const [types, setTypes] = useState(typed);
  const check = useMicrophoneCheck();
  const name = LOOKS[interview.look].name;
  const goesOn = interview.status === "live" || interview.status === "paused";
  const deaf = system !== null && !system.transcription.on;

  const enter = async (stream: MediaStream | null) => {
    const engine = await check.engine();
    check.release();
    onEnter({ engine, stream });
  };

  return (
    <main className={classes.check}>
      <div className={classes.person}>
        <div className={classes.face}>
          <AvatarStill look={interview.look} scene="evening" label={`${name}, your interviewer`} />
        </div>
        <p>
          <b>{name}</b> {goesOn ? "is waiting for you" : "will interview you"}
        </p>
        <p className={classes.what}>
          {interview.role_title}
          {interview.company ? ` at ${interview.company}` : ""}, {interview.planned_minutes} minutes
        </p>
        {interview.patience > 1 ? <p className={classes.what}>Waits longer through your pauses, as you asked.</p> : null}
      </div>
      <div className={classes.steps}>
        <h1 tabIndex={-1}>{goesOn ? "Back to your interview" : "Before you begin"}</h1>
        {deaf ? (
          <Deaf detail={system.transcription.detail} />
        ) : types ? (
          <Typing onSpeak={() => setTypes(false)} />
        ) : (
          <MicrophoneStep check={check} />
        )}
        {system?.voice.on === false ? (
          <p className={classes.note}>
            There is no voice on this computer. The questions appear as text. <Coded text={system.voice.detail} />
          </p>
        ) : (
          <SoundTest check={check} />
        )}
        <Consent record={interview.record} />
        <Entering check={check} typed={deaf || types} goesOn={goesOn} onEnter={(stream) => void enter(stream)} />
      </div>
    </main>
  );
}

function Deaf({ detail }: { detail: string }) {
  return (
    <div className={classes.note} role="status">
      <b>Speech can’t be understood on this computer yet.</b>
      <span>
        <Coded text={detail} /> You can hold the whole interview by typing; the report is the same.
      </span>
    </div>
  );
}

function Typing({ onSpeak }: { onSpeak: () => void }) {
  return (
    <div className={classes.note}>
      <b>You answer by typing.</b>
      <span>Your settings say so. The microphone stays closed; the report is the same.</span>
      <div>
        <Button variant="default" size="sm" onClick={onSpeak}>
          Speak this time
        </Button>
      </div>
    </div>
  );
}

function MicrophoneStep({ check }: { check: MicrophoneCheck }) {
  const { state } = check;
  if (state.kind === "ready") return <OpenMicrophone check={check} deviceId={state.deviceId} />;
  const help = state.kind === "problem" ? microphoneHelp(state.problem) : null;
  return (
    <section className={classes.step} aria-labelledby="check-microphone">
      <h2 id="check-microphone">{help?.title ?? "Your microphone"}</h2>
      <p role={help ? "alert" : undefined}>
        {help?.text ??
          "You answer by speaking. Your browser asks for the microphone; it is open only while you are in this room."}
      </p>
      <Button
        leftSection={<IconMicrophone size={19} stroke={1.7} aria-hidden />}
        loading={state.kind === "opening"}
        onClick={() => void check.open(null)}
        variant={help ? "default" : "filled"}
      >
        {help ? "Try again" : "Turn on the microphone"}
      </Button>
    </section>
  );
}

function OpenMicrophone({ check, deviceId }: { check: MicrophoneCheck; deviceId: string | null }) {
  const known = check.devices.some(({ id }) => id === deviceId);
  return (
    <section className={classes.step} aria-labelledby="check-microphone">
      <h2 id="check-microphone">Your microphone</h2>
      <LevelMeter level={check.level} />
      {check.devices.length > 1 ? (
        <NativeSelect
          classNames={{ input: classes.select }}
          aria-label="Microphone"
          value={known ? (deviceId ?? "") : ""}
          onChange={(event) => void check.open(event.currentTarget.value || null)}
          data={[
            ...(known ? [] : [{ value: "", label: "Default microphone" }]),
            ...check.devices.map(({ id, label }) => ({ value: id, label })),
          ]}
        />
      ) : null}
    </section>
  );
}

function Consent({ record }: { record: boolean }) {
  return (
    <p className={classes.consent}>
      {record
        ? "You agreed to a recording: your voice and the interviewer’s are kept with this interview, so that the report can play its proof. You can delete it at any time."
        : "The sound is not kept. The text of your answers is, for the report; you can delete it at any time."}{" "}
      The interviewer is a program, not a person.
    </p>
  );
}

interface EnteringProps {
  check: MicrophoneCheck;
  /** No microphone is waited for. */
  typed: boolean;
  goesOn: boolean;
  onEnter: (stream: MediaStream | null) => void;
}

function Entering({ check, typed, goesOn, onEnter }: EnteringProps) {
  const { state } = check;
  const stream = state.kind === "ready" ? state.stream : null;
  const blocked = state.kind === "problem";
  if (typed || blocked) {
    return (
      <div className={classes.enter}>
        <Button size="lg" onClick={() => onEnter(null)}>
          {goesOn ? "Go on by typing" : "Start the typed interview"}
        </Button>
      </div>
    );
  }
  return (
    <div className={classes.enter}>
      <Button size="lg" disabled={stream === null} onClick={() => onEnter(stream)}>
        {goesOn ? "Go on" : "Start the interview"}
      </Button>
      <Button size="lg" variant="subtle" color="gray" onClick={() => onEnter(null)}>
        I’d rather type
      </Button>
    </div>
  );
}
