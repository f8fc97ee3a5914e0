/** What is on and off on this machine, in plain words, with how to switch on what is off. */
import type { Capability, SystemStatus } from "../api/types";
import { Coded } from "./Coded";
import styles from "./CapabilityList.module.css";

const rows: readonly { key: "transcription" | "voice" | "model" | "evaluator" | "code"; name: string; without: string }[] = [
  { key: "transcription", name: "Hears you speak", without: "You can type your answers instead." },
  { key: "voice", name: "Speaks its questions", without: "Questions are shown as text." },
  { key: "evaluator", name: "Writes the report", without: "The transcript is kept, without scores." },
  { key: "code", name: "Runs your code", without: "Code runs in your browser, not verified." },
  { key: "model", name: "Language model", without: "The interview and the report are complete without one." },
];

export function CapabilityList({ status }: { status: SystemStatus }) {
  return (
    <dl className={styles.list}>
      {rows.map(({ key, name, without }) => (
        <Row key={key} name={name} without={without} capability={status[key]} optional={key === "model"} />
      ))}
    </dl>
  );
}

interface RowProps {
  name: string;
  without: string;
  capability: Capability;
  optional: boolean;
}

function Row({ name, without, capability, optional }: RowProps) {
  const state = capability.on ? "on" : optional ? "optional" : "off";
  return (
    <div className={styles.row} data-state={state}>
      <dt>
        <span className={styles.dot} aria-hidden />
        {name}
        <span className={styles.state}>{capability.on ? "On" : "Off"}</span>
      </dt>
      <dd>
        <Coded text={capability.detail} />
        {!capability.on && <span className={styles.without}> {without}</span>}
      </dd>
    </div>
  );
}
