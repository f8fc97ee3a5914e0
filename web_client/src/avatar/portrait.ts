// One interviewer on one canvas at one size: still layers painted once, the rest drawn for each pose.
import { body } from "./art/body";
import { Eyes } from "./art/eyes";
import { ears, facePath, nose, relief, shading, skinGradient } from "./art/face";
import { hairBack, hairFront } from "./art/hair";
import type { Layer } from "./art/layer";
import { drawMouth } from "./art/mouthArt";
import { paintScene, type SceneName } from "./art/scene";
import { Brush } from "./brush";
import type { Look } from "./looks";
import type { Pose } from "./motion";
import type { MouthShape } from "./shapes";

const GRID = 480;
/** The camera: how close, and the point of the grid in the middle of the picture. */
const ZOOM = 1.16;
const LOOK_AT = { x: 240, y: 236 };
const NECK = { x: 240, y: 332 }; // the head turns around it
const JAW_DROP = 9;

type LayerName = "scene" | "hairBack" | "body" | "ears" | "shading" | "relief" | "nose" | "hairFront";
const LAYERS: Readonly<Record<Exclude<LayerName, "scene">, Layer>> = {
  hairBack,
  body,
  ears,
  shading,
  relief,
  nose,
  hairFront,
};

interface Painted {
  canvas: HTMLCanvasElement;
  x: number;
  y: number;
  depth: number;
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext("2d");
  if (!context) throw new Error("This browser has no canvas.");
  return context;
}

function sheet(width: number, height: number): { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D } {
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.ceil(width));
  canvas.height = Math.max(1, Math.ceil(height));
  return { canvas, context: contextOf(canvas) };
}

export class Portrait {
  private readonly context: CanvasRenderingContext2D;
  private readonly scale: number;
  private readonly brush: Brush;
  private readonly eyes: Eyes;
  private readonly skin: CanvasGradient;
  private readonly layers: ReadonlyMap<LayerName, Painted>;

  /** Sets the canvas to `pixels` x `pixels`. */
  constructor(
    canvas: HTMLCanvasElement,
    private readonly look: Look,
    scene: SceneName,
    pixels: number,
  ) {
    canvas.width = canvas.height = pixels;
    this.context = contextOf(canvas);
    this.scale = (pixels / GRID) * ZOOM;
    this.brush = new Brush(this.context, this.scale);
    this.layers = this.paintLayers(scene, pixels);
    this.eyes = new Eyes(this.brush, look);
    this.skin = skinGradient(this.context, look);
  }

  draw(pose: Pose, mouth: MouthShape): void {
    const { context } = this;
    this.blit("scene", 0, 0);
    context.save();
    this.headTransform(pose);
    this.place("hairBack", pose);
    context.restore();
    this.blit("body", pose.sway * 0.8, -pose.breath * 1.2);
    context.save();
    this.headTransform(pose);
    this.place("ears", pose);
    this.face(pose, mouth);
    this.place("relief", pose);
    this.place("nose", pose);
    this.shifted(pose, 1.6, () => {
      context.translate(240, 282);
      drawMouth(this.brush, this.look, mouth, pose.smile);
    });
    this.shifted(pose, 1.4, () => this.eyes.draw(pose));
    this.place("hairFront", pose);
    context.restore();
  }

  private face(pose: Pose, mouth: MouthShape): void {
    this.shifted(pose, 0.2, () => {
      const outline = facePath(this.look, mouth.jaw * JAW_DROP);
      this.brush.fill(outline, this.skin);
      this.brush.inside(outline, () => this.put("shading", 0, 0));
    });
  }

  private shifted(pose: Pose, depth: number, draw: () => void): void {
    this.context.save();
    this.context.translate(pose.turn * depth, pose.pitch * depth);
    draw();
    this.context.restore();
  }

  private view(): void {
    const { scale } = this;
    this.context.setTransform(scale, 0, 0, scale, this.originX, this.originY);
  }

  private get originX(): number {
    return (GRID / 2 / ZOOM - LOOK_AT.x) * this.scale;
  }

  private get originY(): number {
    return (GRID / 2 / ZOOM - LOOK_AT.y) * this.scale;
  }

  private headTransform({ turn, pitch, breath, tilt }: Pose): void {
    this.view();
    this.context.translate(NECK.x + turn * 1.1, NECK.y - breath + pitch * 1.2);
    this.context.rotate((tilt * Math.PI) / 180);
    this.context.translate(-NECK.x, -NECK.y);
  }

  private place(name: LayerName, pose: Pose): void {
    const depth = this.layers.get(name)?.depth ?? 0;
    this.put(name, pose.turn * depth, pose.pitch * depth);
  }

  private put(name: LayerName, dx: number, dy: number): void {
    const layer = this.layers.get(name);
    if (!layer) return;
    const { canvas, x, y } = layer;
    this.context.drawImage(canvas, x + dx, y + dy, canvas.width / this.scale, canvas.height / this.scale);
  }

  /** Whole pixels and no filtering: a software rasteriser does it fifteen times faster. */
  private blit(name: LayerName, dx: number, dy: number): void {
    const layer = this.layers.get(name);
    if (!layer) return;
    this.context.setTransform(1, 0, 0, 1, 0, 0);
    const x = name === "scene" ? 0 : this.originX + (layer.x + dx) * this.scale;
    const y = name === "scene" ? 0 : this.originY + (layer.y + dy) * this.scale;
    this.context.drawImage(layer.canvas, Math.round(x), Math.round(y));
  }

  private paintLayers(scene: SceneName, pixels: number): Map<LayerName, Painted> {
    const painted = new Map<LayerName, Painted>();
    const ground = sheet(pixels, pixels);
    const groundScale = pixels / GRID;
    ground.context.setTransform(groundScale, 0, 0, groundScale, 0, 0);
    paintScene(new Brush(ground.context, groundScale), scene);
    painted.set("scene", { canvas: ground.canvas, x: 0, y: 0, depth: 0 });
    for (const [name, layer] of Object.entries(LAYERS) as [LayerName, Layer][]) {
      const [x, y, width, height] = layer.box;
      const { canvas, context } = sheet(width * this.scale, height * this.scale);
      context.setTransform(this.scale, 0, 0, this.scale, -x * this.scale, -y * this.scale);
      layer.paint(new Brush(context, this.scale), this.look);
      painted.set(name, { canvas, x, y, depth: layer.depth });
    }
    return painted;
  }
}
