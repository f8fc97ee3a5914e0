// The head without what moves on it: outline, ears, shading, nose.
import { alpha, darker, lighter, mix } from "../colour";
import type { Brush } from "../brush";
import type { Look } from "../looks";
import type { Layer } from "./layer";

/** Outline of the face with the jaw dropped by `drop` pixels. */
export function facePath(look: Look, drop: number): Path2D {
  const { jaw, cheek } = look;
  const chin = 326 + look.chin + drop;
  const path = new Path2D();
  path.moveTo(152, 176);
  path.bezierCurveTo(149, 108, 194, 82, 240, 82);
  path.bezierCurveTo(286, 82, 331, 108, 328, 176);
  path.bezierCurveTo(328.5 + cheek, 206, 325 + cheek, 230 + drop * 0.2, 318 + jaw * 0.5, 252 + drop * 0.4);
  path.bezierCurveTo(312 + jaw, 272 + drop * 0.6, 301 + jaw, 288 + drop * 0.8, 287 + jaw * 0.9, 303 + drop * 0.9);
  path.bezierCurveTo(273 + jaw * 0.6, 318 + drop, 259 + jaw * 0.4, chin, 240, chin);
  path.bezierCurveTo(221 - jaw * 0.4, chin, 207 - jaw * 0.6, 318 + drop, 193 - jaw * 0.9, 303 + drop * 0.9);
  path.bezierCurveTo(179 - jaw, 288 + drop * 0.8, 168 - jaw, 272 + drop * 0.6, 162 - jaw * 0.5, 252 + drop * 0.4);
  path.bezierCurveTo(155 - cheek, 230 + drop * 0.2, 151.5 - cheek, 206, 152, 176);
  path.closePath();
  return path;
}

/** The skin's base: lit from the upper left. */
export function skinGradient(context: CanvasRenderingContext2D, look: Look): CanvasGradient {
  const gradient = context.createRadialGradient(222, 176, 10, 238, 200, 158);
  gradient.addColorStop(0, lighter(look.skin, 0.1));
  gradient.addColorStop(0.5, look.skin);
  gradient.addColorStop(1, look.skinShade);
  return gradient;
}

const LEFT_EAR = "M160 194 C147 182 137 194 141 214 C145 236 154 246 164 242 Z";
const RIGHT_EAR = "M320 194 C333 182 343 194 339 214 C335 236 326 246 316 242 Z";

export const ears: Layer = {
  box: [126, 170, 228, 92],
  depth: -0.8,
  paint(brush, look) {
    brush.fill(LEFT_EAR, brush.line(140, 0, 164, 0, mix(look.skin, look.skinShade, 0.35), look.skinShade));
    brush.fill(RIGHT_EAR, brush.line(316, 0, 340, 0, darker(look.skinShade, 0.08), look.skinShade));
    brush.softStroke("M151 202 C146 204 147 222 156 231", look.deepShade, 2, 1.2, 0.75);
    brush.softStroke("M329 202 C334 204 333 222 324 231", look.deepShade, 2, 1.2, 0.75);
    if (!look.earrings) return;
    for (const x of [151, 329]) {
      brush.ellipse(x, 247, 4, 4.4, brush.line(x - 4, 243, x + 4, 251, "#f6dc9a", "#b98a36"));
    }
  },
};

/** A short beard: one soft shape along jaw and lip, denser at the chin. */
function beard(brush: Brush, look: Look): void {
  const tone = mix(look.hair, look.deepShade, 0.35);
  const around =
    "M146 190 C149 226 157 250 176 268 C188 276 198 269 208 265 C220 261 232 263 240 266 C248 263 260 261 272 265 C282 269 292 276 304 268 C323 250 331 226 334 190 L350 210 L344 310 L286 352 L194 352 L136 310 L130 210 Z M213 284 C218 278 262 278 267 284 C264 291 254 294 240 294 C226 294 216 291 213 284 Z";
  brush.soft(around, tone, 4, look.beard);
  brush.glow(240, 318, 44, 24, tone, look.beard * 0.7);
  brush.soft(
    "M208 274 C216 264 232 264 240 267 C248 264 264 264 272 274 C262 271 250 271 240 272 C230 271 218 271 208 274 Z",
    tone,
    1.8,
    look.beard * 0.9,
  );
}

/** Clipped to the face by the renderer, because the jaw moves. */
export const shading: Layer = {
  box: [138, 72, 204, 292],
  depth: 0.2,
  paint(brush, look) {
    const shade = look.deepShade;
    brush.soft("M144 142 C168 96 312 96 336 142 L340 80 L140 80 Z", shade, 9, 0.42);
    brush.soft("M334 140 C334 222 322 280 284 330 L346 330 L350 140 Z", shade, 10, 0.42);
    brush.soft("M146 160 C148 226 160 284 196 330 L132 330 L130 150 Z", shade, 9, 0.24);
    brush.soft("M196 316 C214 332 266 332 286 314 L290 350 L190 350 Z", shade, 6, 0.3);
    brush.softStroke("M312 232 C306 254 296 272 284 286", shade, 9, 8, 0.26);
    brush.glow(184, 246, 34, 22, look.blush, 0.5);
    brush.glow(296, 246, 34, 22, look.blush, 0.44);
    brush.glow(186, 232, 26, 14, lighter(look.skin, 0.5), 0.32);
    brush.glow(222, 140, 56, 26, lighter(look.skin, 0.5), 0.3);
    brush.glow(238, 313, 20, 10, lighter(look.skin, 0.4), 0.26);
    if (look.beard > 0) beard(brush, look);
  },
};

/** Eye sockets and the lines from nose to mouth. */
export const relief: Layer = {
  box: [148, 160, 184, 140],
  depth: 1.2,
  paint(brush, look) {
    for (const [x, side] of [
      [199, 1],
      [281, -1],
    ] as const) {
      brush.glow(x, 196, 32, 17, look.deepShade, 0.34);
      brush.softStroke(
        `M${x - 18 * side} 219 C${x - 6 * side} 224 ${x + 8 * side} 223 ${x + 16 * side} 217`,
        look.deepShade,
        2.4,
        2.6,
        0.3,
      );
      brush.softStroke(
        `M${240 - 34 * side} 254 C${240 - 40 * side} 261 ${240 - 43 * side} 268 ${240 - 43 * side} 276`,
        look.deepShade,
        2.6,
        2.6,
        0.24,
      );
    }
  },
};

export const nose: Layer = {
  box: [200, 178, 80, 90],
  depth: 2,
  paint(brush, look) {
    const shade = look.deepShade;
    const x = (offset: number) => 240 + offset * look.noseWidth;
    brush.soft(
      `M${x(8)} 194 C${x(11)} 220 ${x(19)} 232 ${x(20)} 243 C${x(18)} 251 ${x(10)} 253 ${x(2)} 253 C${x(10)} 246 ${x(9)} 224 ${x(5)} 200 Z`,
      shade,
      3,
      0.42,
    );
    brush.softStroke(`M${x(-10)} 196 C${x(-12)} 214 ${x(-14)} 226 ${x(-17)} 236`, shade, 4, 4, 0.2);
    brush.glow(237, 214, 7, 32, lighter(look.skin, 0.6), 0.26);
    brush.glow(237.5, 238, 10, 9, lighter(look.skin, 0.7), 0.4);
    brush.soft(
      `M${x(-12)} 250 C${x(-7)} 257 ${x(7)} 257 ${x(12)} 250 C${x(8)} 253 ${x(-8)} 253 ${x(-12)} 250 Z`,
      shade,
      1.4,
      0.6,
    );
    for (const side of [-1, 1]) {
      const at = (offset: number) => x(side * offset);
      brush.softStroke(`M${at(15)} 238 C${at(19)} 245 ${at(16)} 252 ${at(10)} 251`, shade, 1.9, 0.8, 0.75);
      brush.soft(
        `M${at(11)} 249.5 C${at(9)} 246.5 ${at(5)} 247.5 ${at(4)} 250.5 C${at(6)} 252 ${at(9)} 252 ${at(11)} 249.5 Z`,
        darker(shade, 0.45),
        0.7,
        0.8,
      );
    }
    brush.stroke("M234 253.5 C238 256 242 256 246 253.5", alpha(shade, 0.5), 1.4);
  },
};
