// Eyes and brows, drawn anew for each frame.
import { alpha, darker, lighter, mix } from "../colour";
import type { Brush } from "../brush";
import type { Look } from "../looks";
import type { Pose } from "../motion";

const LEFT_X = 200;
const RIGHT_X = 280;
const EYE_Y = 204;
const BROW_Y = 176;
const HALF_WIDTH = 20.5;

/** Upper lid at `upper` pixels above the line through the corners; the outer corner lies a little higher. */
function upperLid(path: Path2D, upper: number): void {
  path.moveTo(-HALF_WIDTH, 1);
  path.bezierCurveTo(-13.5, -upper, 6, -upper - 1.6, HALF_WIDTH - 1, 2.6);
}

function opening(upper: number, lower: number): Path2D {
  const path = new Path2D();
  upperLid(path, upper);
  path.bezierCurveTo(12, lower, -10, lower + 1, -HALF_WIDTH, 1);
  path.closePath();
  return path;
}

function curve(
  ...[x0, y0, x1, y1, x2, y2, x3, y3]: [number, number, number, number, number, number, number, number]
): Path2D {
  const path = new Path2D();
  path.moveTo(x0, y0);
  path.bezierCurveTo(x1, y1, x2, y2, x3, y3);
  return path;
}

interface EyeLines {
  shape: Path2D;
  lash: Path2D;
  /** Thicker towards the outer corner, as lashes fall. */
  lashes: Path2D;
  crease: Path2D;
  lower: Path2D;
  lid: Path2D | null;
}

function lines({ blink, gazeY, smile }: Pose, thick: number): EyeLines {
  const squeeze = 0.1 * smile;
  const upper = 14.2 * (1 - blink) * (1 - squeeze) - 6.8 * blink - gazeY * (gazeY < 0 ? 1.2 : 2.2);
  const lowerY = 8 * (1 - squeeze * 1.5) - blink * 0.6;
  const lash = new Path2D();
  upperLid(lash, upper);
  const lashes = new Path2D();
  upperLid(lashes, upper);
  lashes.bezierCurveTo(
    7,
    -upper - 1.4 - thick,
    -13,
    -upper - thick * 1.7,
    -HALF_WIDTH - 2 - thick * 0.3,
    -0.6 - thick * 0.5 * (1 - blink),
  );
  lashes.closePath();
  let lid: Path2D | null = null;
  if (blink > 0.02) {
    lid = new Path2D();
    upperLid(lid, 14.4);
    lid.bezierCurveTo(6, -upper - 1.6, -13.5, -upper, -HALF_WIDTH, 1);
    lid.closePath();
  }
  return {
    shape: opening(upper, lowerY),
    lash,
    lashes,
    crease: curve(-19, -5 + blink * 2, -12.5, -upper - 5.6 + blink, 7, -upper - 7 + blink, 18.5, -4 + blink * 2),
    lower: curve(17.5, 4.8, 10.5, lowerY + 0.8, -9, lowerY + 1.8, -17, 4),
    lid,
  };
}

export class Eyes {
  private readonly white: CanvasGradient;
  private readonly iris: CanvasGradient;

  constructor(
    private readonly brush: Brush,
    private readonly look: Look,
  ) {
    this.white = brush.vertical(-13, 9, "#c3bdc0", "#f7f4f2", "#f1ecea");
    this.iris = brush.context.createRadialGradient(0, 2.4, 0, 0, 1, 9.8);
    this.iris.addColorStop(0, lighter(look.iris, 0.38));
    this.iris.addColorStop(0.62, look.iris);
    this.iris.addColorStop(0.9, darker(look.iris, 0.45));
    this.iris.addColorStop(1, darker(look.iris, 0.7));
  }

  draw(pose: Pose): void {
    const { context } = this.brush;
    const eye = lines(pose, this.look.lashWeight);
    for (const mirrored of [false, true]) {
      context.save();
      context.translate(mirrored ? RIGHT_X : LEFT_X, EYE_Y);
      if (mirrored) context.scale(-1, 1);
      this.ball(eye, pose, mirrored);
      this.lids(eye);
      context.restore();
      this.brow(pose, mirrored);
    }
  }

  private ball({ shape, lash }: EyeLines, { gazeX, gazeY }: Pose, mirrored: boolean): void {
    const { brush } = this;
    const { context } = brush;
    brush.inside(shape, () => {
      context.fillStyle = this.white;
      context.fillRect(-24, -20, 48, 36);
      context.save();
      context.translate((mirrored ? -1 : 1) * gazeX * 6.8, gazeY * 4.4 - 0.6);
      if (mirrored) context.scale(-1, 1); // the light falls into both eyes from the same side
      brush.ellipse(0, 0, 9.8, 9.8, this.iris);
      brush.ellipse(0, 0, 4.3, 4.3, "#0b0807");
      brush.ellipse(-3.1, -3.4, 2.4, 2.4, "#ffffff", 0.95);
      brush.ellipse(3, 3.2, 1.2, 1.2, "#ffffff", 0.4);
      context.restore();
      brush.stroke(lash, "#2b1d1a", 6, 0.2);
      brush.ellipse(HALF_WIDTH - 2, 3, 3, 2.2, "#c98b83", 0.6);
    });
  }

  private lids({ lash, lashes, crease, lower, lid }: EyeLines): void {
    const { brush, look } = this;
    if (lid) brush.fill(lid, mix(look.skin, look.skinShade, 0.4));
    brush.stroke(crease, look.deepShade, 1.5, 0.55);
    brush.stroke(lower, look.deepShade, 1.1, 0.5);
    brush.fill(lashes, darker(look.brow, 0.4));
    brush.stroke(lash, darker(look.brow, 0.4), 1.1);
  }

  private brow(pose: Pose, mirrored: boolean): void {
    const { brush, look } = this;
    const { context } = brush;
    const lift = pose.brow * 6.5;
    const weight = look.browWeight;
    const inner = pose.furrow * 5 - lift * 0.75;
    const path = new Path2D();
    path.moveTo(-25, 6 - lift * 0.7);
    path.bezierCurveTo(-15, -5 - lift, 3, -6.5 - lift, 21, 0.5 + inner);
    path.bezierCurveTo(23.5, 3 + inner, 22, 6 + inner, 19, 6 + inner);
    path.bezierCurveTo(4, -6.5 + 6.6 * weight - lift, -12, -5 + 5.2 * weight - lift, -25, 6 - lift * 0.7);
    context.save();
    context.translate(mirrored ? RIGHT_X : LEFT_X, BROW_Y);
    if (mirrored) context.scale(-1, 1);
    const paint = context.createLinearGradient(-25, 0, 22, 0);
    paint.addColorStop(0, alpha(look.brow, 0.95));
    paint.addColorStop(0.7, alpha(look.brow, 0.9));
    paint.addColorStop(1, alpha(look.brow, 0.55));
    brush.fill(path, paint);
    context.restore();
  }
}
