// A layer of the still artwork: painted once for each size, then moved by a few pixels each frame.
import type { Brush } from "../brush";
import type { Look } from "../looks";

export interface Layer {
  /** Part of the 480 grid that it covers: x, y, width, height. */
  box: readonly [number, number, number, number];
  /** How far it moves when the head turns, pixels of the grid for one unit of turn. */
  depth: number;
  paint(brush: Brush, look: Look): void;
}

/** The same random numbers each time: curls and strands must not change between two sizes. */
export function lottery(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
