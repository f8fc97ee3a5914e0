/** Accommodations, each with what it does in plain words. They are for whoever wants them; nobody is asked why. */
import { Checkbox } from "@mantine/core";
import type { Preferences } from "../../api/types";
import { Choice } from "../../components/Choice";
import { Section } from "./Section";
import styles from "./SettingsPage.module.css";
import type { ChangeLikes } from "./useLikes";

type ThinkingTime = Preferences["thinking_time"];

const thinking: readonly { value: ThinkingTime; label: string; note: string }[] = [
  { value: "usual", label: "As usual", note: "A finished sentence is answered quickly, an unfinished one is waited for." },
  { value: "more", label: "More", note: "Every pause is waited for a good half longer, and you are asked later whether you need help." },
  { value: "most", label: "Most", note: "More than twice as long. A short answer, too, is followed by a moment of silence." },
];
const extra = [
  { value: "1", label: "None" },
  { value: "1.25", label: "A quarter more" },
  { value: "1.5", label: "Half as much again" },
  { value: "2", label: "Twice the time" },
] as const;

export function Comforts({ likes, change }: { likes: Preferences; change: ChangeLikes }) {
  const switches = [
    {
      field: "typed",
      label: "I answer by typing",
      description: "The room opens without asking for the microphone. The interview and the report are the same.",
      on: "Rooms open without the microphone.",
      off: "Rooms ask for the microphone again.",
    },
    {
      field: "reduced_motion",
      label: "Less motion",
      description: "The face keeps still apart from its mouth and eyes, and nothing glides on the pages.",
      on: "The pages and the face keep still.",
      off: "Motion is as your system asks for.",
    },
  ] as const;
  return (
    <Section
      wide
      title="Time and access"
      text="Take what helps you; nothing of it changes how your answers are judged. Time counts for interviews that you plan from now on."
    >
      <Choice
        legend="Time to think"
        value={likes.thinking_time}
        onChange={(value) =>
          change(
            { thinking_time: value },
            value === "usual" ? "Pauses are waited for as usual." : "Your pauses are waited for longer in new interviews.",
          )
        }
        options={thinking}
      />
      <div>
        <Choice
          legend="Extra time"
          layout="row"
          value={String(likes.extra_time)}
          onChange={(value) =>
            change(
              { extra_time: Number(value) },
              value === "1" ? "New interviews take the time that you choose." : "New interviews get the extra time.",
            )
          }
          options={extra}
        />
        <p className={styles.hint}>Every part of an interview gets longer: ten minutes with half as much again are fifteen.</p>
      </div>
      {switches.map(({ field, label, description, on, off }) => (
        <Checkbox
          key={field}
          label={label}
          description={description}
          checked={likes[field]}
          onChange={(event) => {
            const checked = event.currentTarget.checked;
            change({ [field]: checked }, checked ? on : off);
          }}
        />
      ))}
      <div>
        <Checkbox
          label="Large captions"
          description="What is said in the room stands half as large again below the face."
          checked={likes.captions === "large"}
          onChange={(event) => {
            const large = event.currentTarget.checked;
            change({ captions: large ? "large" : "usual" }, large ? "Captions are large." : "Captions have their usual size.");
          }}
        />
        <p className={styles.caption} data-large={likes.captions === "large" || undefined} aria-hidden>
          Tell me about a time you changed your mind.
        </p>
      </div>
    </Section>
  );
}
