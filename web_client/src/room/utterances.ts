// The last utterances with their cues: what the face and the browser tests read.
import type { Lips } from "../avatar/renderer";
import type { MouthCue, ServerMessage, SpokenWord, UtteranceStart } from "./messages";

const KEPT = 24;

export interface KnownUtterance extends Lips {
  utterance: number;
  turn: number;
  text: string;
  mode: UtteranceStart["lips"];
  words: SpokenWord[];
  mouth: MouthCue[];
  stress_s: number[];
}

export class Utterances {
  readonly known: KnownUtterance[] = [];

  understand(message: ServerMessage): void {
    if (message.type === "utterance_start") {
      const { utterance, turn, text, lips } = message;
      this.known.push({ utterance, turn, text, mode: lips, words: [], mouth: [], stress_s: [] });
      if (this.known.length > KEPT) this.known.shift();
    }
    if (message.type === "cues") {
      const target = this.find(message.utterance);
      target?.words.push(...message.words);
      target?.mouth.push(...message.mouth);
      target?.stress_s.push(...message.stress_s);
    }
  }

  find(utterance: number): KnownUtterance | null {
    // Each connection counts from the start: the newest of a number is meant.
    return this.known.findLast((one) => one.utterance === utterance) ?? null;
  }
}
