// The room behind the interviewer, out of focus: an office in the evening, or by day on light pages.
import type { Brush } from "../brush";

export type SceneName = "evening" | "day";

interface Palette {
  wall: readonly [string, string, string];
  pane: string;
  paneDark: string;
  frame: string;
  shelf: string;
  books: readonly string[];
  plant: string;
  pot: string;
  glow: string;
  glowStrength: number;
  vignette: number;
}

const PALETTES: Readonly<Record<SceneName, Palette>> = {
  evening: {
    wall: ["#3a4656", "#2a3442", "#1d2530"],
    pane: "#5f7791",
    paneDark: "#33465d",
    frame: "#222c38",
    shelf: "#4d4238",
    books: ["#7d5c48", "#4f6a7f", "#8b8372", "#5b7566", "#6f5570"],
    plant: "#48664f",
    pot: "#7a5b47",
    glow: "#ffcf96",
    glowStrength: 0.3,
    vignette: 0.38,
  },
  day: {
    wall: ["#e9e6df", "#dcd9d1", "#c9c6be"],
    pane: "#f8fafb",
    paneDark: "#dbe6ee",
    frame: "#f3f1ec",
    shelf: "#b89f82",
    books: ["#b9785a", "#7593ad", "#d8d1c2", "#86a08c", "#a88aa6"],
    plant: "#7f9f83",
    pot: "#b98d6d",
    glow: "#ffffff",
    glowStrength: 0.5,
    vignette: 0.06,
  },
};

function window_(brush: Brush, palette: Palette): void {
  brush.soft("M10 22 H138 V286 H10 Z", palette.frame, 5);
  brush.context.save();
  for (const [x, y] of [
    [16, 30],
    [78, 30],
    [16, 158],
    [78, 158],
  ] as const) {
    brush.soft(`M${x} ${y} h54 v120 h-54 Z`, palette.paneDark, 4);
    brush.soft(`M${x} ${y} h54 v64 h-54 Z`, palette.pane, 12, 0.85);
  }
  brush.context.restore();
}

function shelves(brush: Brush, palette: Palette): void {
  for (const y of [118, 214]) brush.soft(`M352 ${y} h140 v8 h-140 Z`, palette.shelf, 4);
  const rows: readonly (readonly [number, number, number, number])[] = [
    [360, 66, 15, 52],
    [377, 74, 11, 44],
    [390, 60, 16, 58],
    [410, 70, 12, 48],
    [425, 64, 14, 54],
    [364, 168, 13, 46],
    [379, 160, 15, 54],
  ];
  rows.forEach(([x, y, w, h], i) =>
    brush.soft(`M${x} ${y} h${w} v${h} h${-w} Z`, palette.books[i % palette.books.length] ?? palette.shelf, 3.4, 0.9),
  );
  brush.soft("M424 186 h26 l-4 28 h-18 Z", palette.pot, 3.6);
  for (const [x, y, r] of [
    [437, 166, 20],
    [422, 176, 13],
    [452, 174, 14],
  ] as const) {
    const leaf = new Path2D();
    leaf.arc(x, y, r, 0, Math.PI * 2);
    brush.soft(leaf, palette.plant, 5, 0.9);
  }
}

export function paintScene(brush: Brush, name: SceneName): void {
  const palette = PALETTES[name];
  brush.fill("M0 0 H480 V480 H0 Z", brush.vertical(0, 480, ...palette.wall));
  window_(brush, palette);
  shelves(brush, palette);
  brush.glow(120, 96, 300, 260, palette.glow, palette.glowStrength * 0.55);
  brush.glow(240, 200, 220, 230, palette.glow, palette.glowStrength);
  if (palette.vignette > 0) {
    const edge = brush.context.createRadialGradient(240, 210, 150, 240, 230, 340);
    edge.addColorStop(0, "#0a0e1400");
    edge.addColorStop(
      1,
      `#0a0e14${Math.round(palette.vignette * 255)
        .toString(16)
        .padStart(2, "0")}`,
    );
    brush.fill("M0 0 H480 V480 H0 Z", edge);
  }
}
