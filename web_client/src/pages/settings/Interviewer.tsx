/** Who interviews: a face, heard before it is chosen, a manner, and how long it usually takes. */
import { Button } from "@mantine/core";
import { IconPlayerStopFilled, IconVolume } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { voiceSampleUrl } from "../../api/preferences";
import type { Capability, Look, Preferences } from "../../api/types";
import { Choice } from "../../components/Choice";
import { Coded } from "../../components/Coded";
import { Face } from "../../components/Face";
import { lookNames, styleWords } from "../../lib/words";
import { Section } from "./Section";
import styles from "./SettingsPage.module.css";
import type { ChangeLikes } from "./useLikes";

const looks = ["maya", "daniel", "amara"] as const;
const manners = ["friendly", "neutral", "stress"] as const;
const lengths = [5, 10, 15, 20, 30, 45, 60] as const;

interface Props {
  likes: Preferences;
  change: ChangeLikes;
  /** Null while it is not known. */
  voice: Capability | null;
}

export function Interviewer({ likes, change, voice }: Props) {
  return (
    <Section
      wide
      title="Interviewer"
      text="Where a new interview and practice for a job begin; the setup page can still choose otherwise. Each face has a voice of its own."
    >
      <div>
        <Choice
          legend="Face and voice"
          layout="pictures"
          value={likes.look ?? "maya"}
          onChange={(look) => change({ look }, `${lookNames[look]} interviews you from now on.`)}
          options={looks.map((value) => ({ value, label: lookNames[value], picture: <Face look={value} /> }))}
        />
        {voice?.on === false ? (
          <p className={styles.hint}>
            There is no voice here, so the questions appear as text. <Coded text={voice.detail} />
          </p>
        ) : (
          <Voices />
        )}
      </div>
      <Choice
        legend="Manner"
        value={likes.style ?? "neutral"}
        onChange={(style) => change({ style }, `New interviews are ${styleWords[style].title.toLowerCase()}.`)}
        options={manners.map((value) => ({ value, label: styleWords[value].title, note: styleWords[value].meaning }))}
      />
      <div>
        <Choice
          legend="Minutes"
          layout="row"
          value={likes.minutes === null ? "usual" : String(likes.minutes)}
          onChange={(value) =>
            value === "usual"
              ? change({ minutes: null }, "New interviews take their usual time.")
              : change({ minutes: Number(value) }, `New interviews take ${value} minutes.`)
          }
          options={[{ value: "usual", label: "Usual" }, ...lengths.map((value) => ({ value: String(value), label: value }))]}
        />
        <p className={styles.hint}>Usual: ten minutes, and twenty for one of your saved jobs.</p>
      </div>
    </Section>
  );
}

/** One sound at a time: to hear the next face stops the one before. */
function Voices() {
  const audio = useRef<HTMLAudioElement>(null);
  const [heard, setHeard] = useState<{ look: Look; state: "loading" | "speaking" | "failed" } | null>(null);
  const stop = (): void => setHeard((now) => (now?.state === "failed" ? now : null));
  const hear = (look: Look): void => {
    const element = audio.current;
    if (element === null) return;
    if (heard?.look === look && heard.state === "speaking") {
      element.pause();
      return;
    }
    setHeard({ look, state: "loading" });
    element.src = voiceSampleUrl(look);
    element.play().catch((cause: unknown) => {
      if (!(cause instanceof DOMException && cause.name === "AbortError")) setHeard({ look, state: "failed" });
    });
  };
  return (
    <>
      {/* It says two sentences of no weight. */}
      {/* eslint-disable-next-line jsx-a11y/media-has-caption */}
      <audio
        ref={audio}
        preload="none"
        data-testid="voice"
        onPlaying={() => setHeard((now) => now && { ...now, state: "speaking" })}
        onPause={stop}
        onEnded={stop}
        onError={() => setHeard((now) => now && { ...now, state: "failed" })}
      />
      <div className={styles.voices}>
        {looks.map((look) => {
          const speaks = heard?.look === look && heard.state === "speaking";
          return (
            <Button
              key={look}
              variant="default"
              size="sm"
              loading={heard?.look === look && heard.state === "loading"}
              leftSection={speaks ? <IconPlayerStopFilled size={14} aria-hidden /> : <IconVolume size={16} stroke={1.7} aria-hidden />}
              aria-label={`${speaks ? "Stop" : "Hear"} ${lookNames[look]}`}
              onClick={() => hear(look)}
            >
              {speaks ? "Stop" : "Hear"}
            </Button>
          );
        })}
      </div>
      <p className={styles.hint} role="status">
        {heard?.state === "failed" && `${lookNames[heard.look]} can’t be heard just now. Try again in a moment.`}
      </p>
    </>
  );
}
