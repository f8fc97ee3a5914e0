// What the lips did, frame by frame, for the browser tests: the last minute or so of speech.

export interface LipFrame {
  utterance: number;
  /** Second of the utterance that left the loudspeaker when the frame was drawn. */
  t_s: number;
  /** 0 closed to 1 wide open. */
  openness: number;
  /** How firmly the lips are pressed together, 0 to 1. */
  press: number;
}

const CAPACITY = 6_000;

export class LipLog {
  readonly frames: LipFrame[] = [];

  add(frame: LipFrame): void {
    this.frames.push(frame);
    if (this.frames.length > CAPACITY) this.frames.splice(0, CAPACITY / 4);
  }
}
