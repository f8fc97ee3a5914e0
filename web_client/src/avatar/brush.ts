// A few strokes on a canvas context, in the 480 grid of the artwork. Soft edges need no filter support and no image.
import { alpha } from "./colour";

export type Paint = string | CanvasGradient;
const OUT_OF_SIGHT = 4_000; // canvas pixels; the shape that throws the shadow must not be seen itself

export class Brush {
  constructor(
    readonly context: CanvasRenderingContext2D,
    /** Canvas pixels for one unit of the grid. */
    readonly scale: number,
  ) {}

  fill(path: Path2D | string, paint: Paint, opacity = 1): void {
    const { context } = this;
    context.globalAlpha = opacity;
    context.fillStyle = paint;
    context.fill(typeof path === "string" ? new Path2D(path) : path);
    context.globalAlpha = 1;
  }

  stroke(path: Path2D | string, paint: Paint, width: number, opacity = 1): void {
    const { context } = this;
    context.globalAlpha = opacity;
    context.strokeStyle = paint;
    context.lineWidth = width;
    context.lineCap = "round";
    context.lineJoin = "round";
    context.stroke(typeof path === "string" ? new Path2D(path) : path);
    context.globalAlpha = 1;
  }

  /** A filled shape with a blurred edge; `blur` is the standard deviation. Drawn as the shadow of a shape out of sight. */
  soft(path: Path2D | string, colour: string, blur: number, opacity = 1): void {
    this.shadow(colour, blur, opacity, (context) =>
      context.fill(typeof path === "string" ? new Path2D(path) : path, "evenodd"),
    );
  }

  softStroke(path: Path2D | string, colour: string, width: number, blur: number, opacity = 1): void {
    this.shadow(colour, blur, opacity, (context) => {
      context.lineWidth = width;
      context.lineCap = "round";
      context.stroke(typeof path === "string" ? new Path2D(path) : path);
    });
  }

  /** An ellipse that fades to nothing at its edge. */
  glow(x: number, y: number, radiusX: number, radiusY: number, colour: string, opacity: number): void {
    const { context } = this;
    context.save();
    context.translate(x, y);
    context.scale(1, radiusY / radiusX);
    const gradient = context.createRadialGradient(0, 0, 0, 0, 0, radiusX);
    gradient.addColorStop(0, alpha(colour, opacity));
    gradient.addColorStop(0.5, alpha(colour, opacity * 0.42));
    gradient.addColorStop(1, alpha(colour, 0));
    context.fillStyle = gradient;
    context.fillRect(-radiusX, -radiusX, radiusX * 2, radiusX * 2);
    context.restore();
  }

  ellipse(x: number, y: number, radiusX: number, radiusY: number, paint: Paint, opacity = 1): void {
    const path = new Path2D();
    path.ellipse(x, y, Math.max(0.1, radiusX), Math.max(0.1, radiusY), 0, 0, Math.PI * 2);
    this.fill(path, paint, opacity);
  }

  /** Whatever `paint` draws stays inside the shape. */
  inside(path: Path2D | string, paint: () => void): void {
    this.context.save();
    this.context.clip(typeof path === "string" ? new Path2D(path) : path);
    paint();
    this.context.restore();
  }

  vertical(from: number, to: number, ...colours: string[]): CanvasGradient {
    return this.stops(this.context.createLinearGradient(0, from, 0, to), colours);
  }

  line(x0: number, y0: number, x1: number, y1: number, ...colours: string[]): CanvasGradient {
    return this.stops(this.context.createLinearGradient(x0, y0, x1, y1), colours);
  }

  private stops(gradient: CanvasGradient, colours: string[]): CanvasGradient {
    colours.forEach((colour, i) => gradient.addColorStop(colours.length < 2 ? 0 : i / (colours.length - 1), colour));
    return gradient;
  }

  private shadow(
    colour: string,
    blur: number,
    opacity: number,
    draw: (context: CanvasRenderingContext2D) => void,
  ): void {
    const { context, scale } = this;
    context.save();
    // Shadow offset and blur are canvas pixels, whatever the transform.
    context.shadowColor = alpha(colour, opacity);
    context.shadowBlur = blur * 2 * scale;
    context.shadowOffsetX = OUT_OF_SIGHT;
    const place = context.getTransform();
    place.e -= OUT_OF_SIGHT;
    context.setTransform(place);
    context.fillStyle = context.strokeStyle = "#000";
    draw(context);
    context.restore();
  }
}
