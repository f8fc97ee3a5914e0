// The three interviewers: colours and proportions. Everything that differs between them is named here or in hair.ts.
import type { Welcome } from "../api/room.gen";

export type LookName = Welcome["look"];

export interface Look {
  name: string;
  skin: string;
  skinShade: string;
  deepShade: string;
  blush: string;
  lip: string;
  lipDark: string;
  hair: string;
  hairLight: string;
  brow: string;
  iris: string;
  jacket: string;
  shirt: string;
  hairStyle: "waves" | "short" | "curls";
  clothes: "blazer" | "jumper" | "crew";
  /** Added width of the jaw and length of the chin, pixels of the 480 grid. */
  jaw: number;
  chin: number;
  cheek: number;
  browWeight: number;
  lashWeight: number;
  lipFullness: number;
  mouthWidth: number;
  noseWidth: number;
  /** 0 to 1. */
  beard: number;
  earrings: boolean;
}

export const LOOKS: Readonly<Record<LookName, Look>> = {
  maya: {
    name: "Maya",
    skin: "#efc3a4",
    skinShade: "#d99d7d",
    deepShade: "#b2745a",
    blush: "#e08a76",
    lip: "#c26d6a",
    lipDark: "#99494d",
    hair: "#3b271f",
    hairLight: "#74503a",
    brow: "#3f2a21",
    iris: "#6a4529",
    jacket: "#2c3f5c",
    shirt: "#f1f3f7",
    hairStyle: "waves",
    clothes: "blazer",
    jaw: 0,
    chin: 0,
    cheek: 0,
    browWeight: 0.92,
    lashWeight: 2.1,
    lipFullness: 1.14,
    mouthWidth: 1,
    noseWidth: 1,
    beard: 0,
    earrings: false,
  },
  daniel: {
    name: "Daniel",
    skin: "#f0c9ad",
    skinShade: "#d8a486",
    deepShade: "#b57e62",
    blush: "#e19a84",
    lip: "#c18373",
    lipDark: "#985f55",
    hair: "#4b3626",
    hairLight: "#846246",
    brow: "#443120",
    iris: "#4c6a7d",
    jacket: "#3d4a49",
    shirt: "#e4e9ee",
    hairStyle: "short",
    clothes: "jumper",
    jaw: 8,
    chin: 3,
    cheek: 1,
    browWeight: 1.3,
    lashWeight: 1.1,
    lipFullness: 0.94,
    mouthWidth: 1.06,
    noseWidth: 1.12,
    beard: 0.5,
    earrings: false,
  },
  amara: {
    name: "Amara",
    skin: "#94603f",
    skinShade: "#74462e",
    deepShade: "#522f1f",
    blush: "#9c5442",
    lip: "#8c4543",
    lipDark: "#5e2a2b",
    hair: "#1b1412",
    hairLight: "#4a372c",
    brow: "#1d1412",
    iris: "#34200f",
    jacket: "#5a3753",
    shirt: "#f4ece1",
    hairStyle: "curls",
    clothes: "crew",
    jaw: 1,
    chin: -2,
    cheek: 2,
    browWeight: 1,
    lashWeight: 2.2,
    lipFullness: 1.2,
    mouthWidth: 1.04,
    noseWidth: 1.22,
    beard: 0,
    earrings: true,
  },
};
