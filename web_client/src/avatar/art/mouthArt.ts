// The mouth, drawn anew for each frame from its nine numbers and the smile.
import { darker, mix } from "../colour";
import type { Brush } from "../brush";
import type { Look } from "../looks";
import type { MouthShape } from "../shapes";

/** Lengths of the mouth at hand, pixels of the grid; y grows downwards from the line between the lips. */
interface Lengths {
  half: number;
  outer: number;
  up: number;
  down: number;
  corner: number;
  upperLip: number;
  lowerLip: number;
  round: number;
}

function measure(mouth: MouthShape, smile: number, look: Look): Lengths {
  const { round } = mouth;
  const half = (28 + mouth.wide * 6 - round * 8.5 + smile * 3 - mouth.press) * look.mouthWidth;
  const height = mouth.open * 27;
  const full = look.lipFullness;
  return {
    half,
    outer: half + 1 + round * 5,
    up: height * 0.3,
    down: Math.max(0, height * 0.7 - mouth.tuck * 4.5),
    corner: -smile * 6.4 * (1 - round * 0.8) + mouth.open * 1.5,
    upperLip: full * (5.4 + round * 1.6) * (1 - mouth.press * 0.42) * (1 - mouth.open * 0.12),
    lowerLip: full * (8 + round * 1.6) * (1 - mouth.press * 0.4) * (1 - mouth.tuck * 0.62) * (1 - mouth.open * 0.1),
    round,
  };
}

/** Inner edge of the upper lip, from right to left. The more rounded, the squarer, so that lips become a ring. */
function innerUpper(path: Path2D, { half, up, corner, round }: Lengths): void {
  const side = half * (0.55 + round * 0.4);
  const middle = half * (0.22 + round * 0.32);
  const y = -up * (1 - 0.1 * round) + corner * 0.25;
  path.bezierCurveTo(side, y, middle, -up, 0, -up);
  path.bezierCurveTo(-middle, -up, -side, y, -half, corner);
}

/** Inner edge of the lower lip, from left to right. */
function innerLower(path: Path2D, { half, down, corner, round }: Lengths): void {
  const side = half * (0.55 + round * 0.4);
  const middle = half * (0.25 + round * 0.3);
  path.bezierCurveTo(-side, down + corner * 0.3, -middle, down, 0, down);
  path.bezierCurveTo(middle, down, side, down + corner * 0.3, half, corner);
}

function cavity(size: Lengths): Path2D {
  const path = new Path2D();
  path.moveTo(size.half, size.corner);
  innerUpper(path, size);
  innerLower(path, size);
  path.closePath();
  return path;
}

function upperLip(size: Lengths): Path2D {
  const { half, outer, up, corner, upperLip: thick, round } = size;
  const bow = 1 - round * 0.55;
  const shoulder = -up - thick * (0.72 + round * 0.26) + corner * 0.5;
  const reach = outer * (0.6 + round * 0.36);
  const dip = -up - thick * (1.12 - 0.16 * bow);
  const path = new Path2D();
  path.moveTo(-outer, corner);
  path.bezierCurveTo(-reach, shoulder, -half * 0.34, -up - thick * 1.22, -half * 0.14, -up - thick * 1.12);
  path.bezierCurveTo(-half * 0.05, dip, half * 0.05, dip, half * 0.14, -up - thick * 1.12);
  path.bezierCurveTo(half * 0.34, -up - thick * 1.22, reach, shoulder, outer, corner);
  path.lineTo(half, corner);
  innerUpper(path, size);
  path.closePath();
  return path;
}

function lowerLip(size: Lengths): Path2D {
  const { half, outer, down, corner, lowerLip: thick, round } = size;
  const side = outer * (0.7 + round * 0.28);
  const middle = half * (0.34 + round * 0.2);
  const edge = down + thick * (0.85 + round * 0.2) + corner * 0.3;
  const path = new Path2D();
  path.moveTo(-outer, corner);
  path.lineTo(-half, corner);
  innerLower(path, size);
  path.lineTo(outer, corner);
  path.bezierCurveTo(side, edge, middle, down + thick * 1.18, 0, down + thick * 1.18);
  path.bezierCurveTo(-middle, down + thick * 1.18, -side, edge, -outer, corner);
  path.closePath();
  return path;
}

function rounded(x: number, y: number, width: number, height: number, radius: number): Path2D {
  const path = new Path2D();
  path.roundRect(x, y, width, Math.max(0, height), radius);
  return path;
}

function inner(brush: Brush, size: Lengths, mouth: MouthShape): void {
  const { half, up, down } = size;
  const hole = cavity(size);
  brush.fill(hole, brush.vertical(-up, down + 1, "#250b0f", "#55212a"));
  brush.inside(hole, () => {
    const height = up + down;
    const tip = down + 3 - mouth.tongue * height * 0.62;
    const tongueY = tip + (1 - mouth.tongue) * 3;
    const teethHalf = half * (0.86 - mouth.round * 0.14);
    brush.ellipse(0, tongueY, half * 0.58, 6 + mouth.open * 5, "#b95f67");
    brush.glow(0, tongueY - 2, half * 0.34, 3, "#e59aa0", 0.7);
    if (mouth.lowerTeeth > 0.02) {
      const rise = 5.5 * mouth.lowerTeeth;
      brush.fill(
        rounded(-teethHalf * 0.82, down - rise, teethHalf * 1.64, rise + 4, 4),
        "#e8e1da",
        Math.min(1, mouth.lowerTeeth * 1.5),
      );
    }
    if (mouth.upperTeeth > 0.02) upperTeeth(brush, mouth, size, teethHalf);
    const shadow = new Path2D();
    shadow.moveTo(half, size.corner);
    innerUpper(shadow, size);
    brush.stroke(shadow, "#1d070a", 4, 0.3);
  });
}

function upperTeeth(brush: Brush, mouth: MouthShape, { up, down }: Lengths, half: number): void {
  const gap = up + down;
  const height = Math.min(3 + 5 * mouth.upperTeeth, 1.5 + gap * 0.52);
  const edge = -up + height;
  const row = new Path2D();
  row.moveTo(-half, -up - 3);
  row.lineTo(half, -up - 3);
  row.bezierCurveTo(half * 0.98, edge - 1, half * 0.55, edge, 0, edge);
  row.bezierCurveTo(-half * 0.55, edge, -half * 0.98, edge - 1, -half, -up - 3);
  row.closePath();
  brush.fill(
    row,
    brush.line(-half, 0, half, 0, "#c9bfb7", "#f3ede6", "#f7f2ec", "#f1ebe4", "#c2b8b0"),
    Math.min(1, mouth.upperTeeth * 1.4),
  );
  const gaps = new Path2D();
  for (let i = -3; i <= 3; i++) {
    gaps.moveTo((i * half) / 3.9, -up - 1);
    gaps.lineTo((i * half) / 3.9, edge - 1 - Math.abs(i) * 0.5);
  }
  brush.stroke(gaps, "#b9aea5", 0.55, Math.min(0.4, mouth.upperTeeth * 0.4));
}

/** Draws around the point between the lips. */
export function drawMouth(brush: Brush, look: Look, mouth: MouthShape, smile: number): void {
  const size = measure(mouth, smile, look);
  const { half, outer, up, down, corner } = size;
  brush.glow(0, down + size.lowerLip * 1.18 + 4, half * 0.8, 7, look.deepShade, 0.5);
  if (mouth.open > 0.015) inner(brush, size, mouth);
  brush.fill(
    upperLip(size),
    brush.vertical(-up - size.upperLip * 1.2, Math.max(corner, 1), mix(look.lip, look.skin, 0.22), look.lipDark),
  );
  brush.fill(
    lowerLip(size),
    brush.vertical(down, down + size.lowerLip * 1.18, look.lipDark, look.lip, mix(look.lip, look.skin, 0.38)),
  );
  brush.glow(-2, down + size.lowerLip * 0.55, half * 0.42, Math.max(1, size.lowerLip * 0.34), "#ffffff", 0.24);
  closedLine(brush, look, mouth, size);
  for (const side of [-1, 1]) brush.glow(side * (outer + 0.5), corner - 0.5, 5, 4, look.deepShade, 0.4);
}

function closedLine(brush: Brush, look: Look, mouth: MouthShape, { half, down, corner }: Lengths): void {
  const closed = Math.max(0, 1 - mouth.open * 5);
  if (closed <= 0.01) return;
  const sink = mouth.press;
  const y = 1.2 + corner * 0.12 + down * 0.5 - sink;
  const path = new Path2D();
  path.moveTo(-half - 0.5, corner - 0.3);
  path.bezierCurveTo(-half * 0.5, y, -half * 0.18, 0.4 - sink, 0, 1 + down * 0.2 - sink);
  path.bezierCurveTo(half * 0.18, 0.4 - sink, half * 0.5, y, half + 0.5, corner - 0.3);
  brush.stroke(path, darker(look.lipDark, 0.4), 1.7, closed * 0.9);
}
