import type { VoiceSource } from "../../avatar/renderer";
import { cx } from "../../lib/cx";
import type { Draft } from "../outbox";
import type { LiveUtterance, OwnSpeech } from "../state";
import { useLitWords } from "./useLitWords";
import classes from "./Captions.module.css";

interface Props {
  live: LiveUtterance | null;
  /** Who speaks, where there are several; null where it can only be one. */
  speaker: string | null;
  own: OwnSpeech | null;
  drafts: Draft[];
  voice: VoiceSource;
}

/** What is being said, by both: the interviewer's words light up as they sound, your own settle as they are understood. */
export function Captions({ live, speaker, own, drafts, voice }: Props) {
  const { pieces, lit } = useLitWords(live, voice);
  const yours = own !== null || drafts.length > 0;
  return (
    <section className={classes.captions} aria-label="Captions">
      {/* Screen readers get the whole sentence once; the lit words are for the eye. */}
      <p className={classes.spoken} aria-live="polite">
        {live && speaker ? `${speaker}: ` : ""}
        {live?.text ?? ""}
      </p>
      <p className={cx(classes.interviewer, yours && classes.back)} aria-hidden data-testid="caption">
        {live && speaker ? <span className={classes.speaker}>{speaker}</span> : null}
        {pieces.map((piece, index) => (
          <span key={index} className={index < lit ? classes.lit : undefined}>
            {piece.text}
          </span>
        ))}
      </p>
      {own ? <Own own={own} /> : null}
      {drafts.map((draft) => (
        <p key={draft.client_id} className={classes.own}>
          <span className={classes.who}>You, being sent</span>
          <span className={classes.soft}>{draft.text}</span>
        </p>
      ))}
    </section>
  );
}

function Own({ own: { settled, interim, stableChars } }: { own: OwnSpeech }) {
  return (
    <div className={classes.window}>
      <p className={classes.own} data-testid="own-speech">
        <span className={classes.who}>You</span>
        {settled}
        {settled && interim ? " " : ""}
        {interim.slice(0, stableChars)}
        <span className={classes.soft}>{interim.slice(stableChars)}</span>
      </p>
    </div>
  );
}
