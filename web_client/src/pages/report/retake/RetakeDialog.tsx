/** A moment again: the question heard or read, one more answer, and both answers side by side. */
import { Button, Modal } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { statusQuery } from "../../../api/queries";
import { useRetake } from "../../../api/retakes";
import type { Retake } from "../../../api/types";
import { AnswerBox } from "../../../components/speech/AnswerBox";
import { Comparison } from "./Comparison";
import { EarlierRetakes } from "./EarlierRetakes";
import { HearQuestion } from "./HearQuestion";
import styles from "./Retake.module.css";

export interface Asked {
  id: string;
  text: string;
}

interface Props {
  sessionId: string;
  /** Null: closed. */
  asked: Asked | null;
  onClose: () => void;
}

export function RetakeDialog({ sessionId, asked, onClose }: Props) {
  const narrow = useMediaQuery("(max-width: 48em)");
  const [dirty, setDirty] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const close = (): void => {
    setDirty(false);
    setLeaving(false);
    onClose();
  };
  return (
    <Modal
      opened={asked !== null}
      onClose={() => (dirty && !leaving ? setLeaving(true) : close())}
      closeOnClickOutside={false}
      title="Answer again"
      size={860}
      fullScreen={narrow}
      radius={narrow ? 0 : "lg"}
      centered={false}
    >
      {asked && (
        <div className={styles.dialog}>
          {leaving && (
            <div className={styles.leaving} role="alertdialog" aria-label="This answer is not sent yet">
              <p>This answer isn’t sent yet.</p>
              <Button size="sm" onClick={() => setLeaving(false)} ref={focus}>
                Stay
              </Button>
              <Button size="sm" variant="default" onClick={close}>
                Throw it away
              </Button>
            </div>
          )}
          <Moment key={asked.id} sessionId={sessionId} asked={asked} onDirty={setDirty} onClose={close} />
        </div>
      )}
    </Modal>
  );
}

const focus = (button: HTMLButtonElement | null): void => button?.focus();

interface MomentProps {
  sessionId: string;
  asked: Asked;
  onDirty: (dirty: boolean) => void;
  onClose: () => void;
}

function Moment({ sessionId, asked, onDirty, onClose }: MomentProps) {
  const system = useQuery(statusQuery);
  const retake = useRetake(sessionId, asked.id);
  const [shown, setShown] = useState<Retake | null>(null);
  const transcription = system.data?.transcription;
  return (
    <>
      <section className={styles.question} aria-labelledby="retake-question">
        <h3 id="retake-question">{asked.text}</h3>
        <HearQuestion sessionId={sessionId} questionId={asked.id} voice={system.data?.voice.on ?? true} />
      </section>
      {shown === null ? (
        <AnswerBox
          label="Your new answer"
          send="Compare the two"
          pending={retake.isPending}
          error={retake.error}
          deaf={transcription?.on === false ? transcription.detail : null}
          onDirty={onDirty}
          onSend={(answer) =>
            retake.mutate(answer, {
              onSuccess: (made) => {
                onDirty(false);
                setShown(made);
              },
            })
          }
        />
      ) : (
        <Result sessionId={sessionId} retake={shown} onAgain={() => setShown(null)} onClose={onClose} />
      )}
      <EarlierRetakes sessionId={sessionId} questionId={asked.id} except={shown?.id ?? null} />
    </>
  );
}

interface ResultProps {
  sessionId: string;
  retake: Retake;
  onAgain: () => void;
  onClose: () => void;
}

function Result({ sessionId, retake, onAgain, onClose }: ResultProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // What was waited for is read next.
  useEffect(() => heading.current?.focus(), []);
  return (
    <section aria-labelledby="retake-result">
      <h3 id="retake-result" ref={heading} tabIndex={-1} className={styles.resultTitle}>
        Before and after
      </h3>
      <Comparison sessionId={sessionId} retake={retake} />
      <div className={styles.buttons}>
        <Button onClick={onClose}>Done</Button>
        <Button variant="default" onClick={onAgain}>
          Once more
        </Button>
      </div>
    </section>
  );
}
