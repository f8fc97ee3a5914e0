// The fifteen mouth shapes of the Oculus set as nine numbers each.
import type { Viseme } from "../api/room.gen";

export interface MouthShape {
  /** Aperture, 0 closed to 1 wide open. */
  open: number;
  /** Corners out (+) or in (-). */
  wide: number;
  /** Pucker. */
  round: number;
  /** Lips pressed together. */
  press: number;
  /** Lower lip under the upper teeth. */
  tuck: number;
  upperTeeth: number;
  lowerTeeth: number;
  /** Height of the tongue; 1 is between the teeth. */
  tongue: number;
  jaw: number;
}

export const MOUTH_KEYS = [
  "open",
  "wide",
  "round",
  "press",
  "tuck",
  "upperTeeth",
  "lowerTeeth",
  "tongue",
  "jaw",
] as const satisfies readonly (keyof MouthShape)[];

type Nine = readonly [number, number, number, number, number, number, number, number, number];

function shape([open, wide, round, press, tuck, upperTeeth, lowerTeeth, tongue, jaw]: Nine): MouthShape {
  return { open, wide, round, press, tuck, upperTeeth, lowerTeeth, tongue, jaw };
}

export const SHAPES: Readonly<Record<Viseme, MouthShape>> = {
  sil: shape([0, 0, 0, 0, 0, 0, 0, 0, 0]),
  PP: shape([0, -0.08, 0, 1, 0, 0, 0, 0, 0]),
  FF: shape([0.26, 0.12, 0, 0, 1, 1, 0, 0, 0.05]),
  TH: shape([0.33, 0.1, 0, 0, 0, 0.45, 0, 1, 0.18]),
  DD: shape([0.28, 0.16, 0, 0, 0, 0.9, 0.2, 0.7, 0.16]),
  kk: shape([0.38, 0.1, 0, 0, 0, 0.7, 0.1, 0.2, 0.26]),
  CH: shape([0.3, -0.42, 0.55, 0, 0, 1, 0.8, 0.2, 0.12]),
  SS: shape([0.2, 0.36, 0, 0, 0, 1, 1, 0.2, 0.06]),
  nn: shape([0.27, 0.14, 0, 0, 0, 0.8, 0.1, 0.8, 0.16]),
  RR: shape([0.3, -0.28, 0.4, 0, 0, 0.5, 0.1, 0.4, 0.18]),
  aa: shape([0.92, 0.08, 0, 0, 0, 0.9, 0.1, 0.1, 1]),
  E: shape([0.56, 0.36, 0, 0, 0, 1, 0.2, 0.3, 0.48]),
  I: shape([0.34, 0.6, 0, 0, 0, 1, 0.4, 0.4, 0.22]),
  O: shape([0.64, -0.42, 0.78, 0, 0, 0.4, 0, 0.1, 0.7]),
  U: shape([0.3, -0.74, 1, 0, 0, 0.1, 0, 0.1, 0.28]),
};

/** How much a shape insists on itself against its neighbours (Cohen and Massaro's dominance). */
export const DOMINANCE: Readonly<Record<Viseme, number>> = {
  sil: 0.9,
  PP: 1.6, // its closure is kept by closureAt, whatever the neighbours
  FF: 2.4,
  TH: 1.2,
  DD: 0.8,
  kk: 0.6,
  CH: 1.5,
  SS: 1.1,
  nn: 0.8,
  RR: 0.9,
  aa: 1,
  E: 0.95,
  I: 0.95,
  O: 1.2,
  U: 1.3,
};

export function restingMouth(): MouthShape {
  return { ...SHAPES.sil };
}
