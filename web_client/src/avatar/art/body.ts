// Neck, shoulders and clothes.
import { darker, lighter, mix } from "../colour";
import type { Brush } from "../brush";
import type { Look } from "../looks";
import type { Layer } from "./layer";

const LEFT_SHOULDER = "M30 500 C34 428 78 402 138 384";
const RIGHT_SHOULDER = "C402 402 446 428 450 500 Z";
/** The garment with its neckline cut out. */
const NECKLINES = {
  blazer: `${LEFT_SHOULDER} C166 376 184 372 196 362 L284 362 C296 372 314 376 342 384 ${RIGHT_SHOULDER}`,
  jumper: `${LEFT_SHOULDER} C150 380 160 377 168 374 C176 404 198 434 222 452 L240 466 L258 452 C282 434 304 404 312 374 C320 377 330 380 342 384 ${RIGHT_SHOULDER}`,
  crew: `${LEFT_SHOULDER} C164 377 182 371 188 364 C200 397 220 409 240 409 C260 409 280 397 292 364 C298 371 316 377 342 384 ${RIGHT_SHOULDER}`,
} as const;

function neckPath(look: Look): string {
  const half = 34 + look.jaw * 0.75;
  const [left, right] = [240 - half, 240 + half];
  return `M${left} 270 C${left} 310 ${left + 1} 330 ${left - 1} 342 C${left - 4} 358 ${left - 16} 366 ${left - 26} 372
    C${left - 4} 402 226 420 240 424 C254 420 ${right + 4} 402 ${right + 26} 372 C${right + 16} 366 ${right + 4} 358 ${right + 1} 342
    C${right - 1} 330 ${right} 310 ${right} 270 Z`;
}

function neck(brush: Brush, look: Look): void {
  const path = neckPath(look);
  brush.fill(path, brush.vertical(280, 420, look.skinShade, mix(look.skinShade, look.skin, 0.55), look.skin));
  brush.inside(path, () => {
    // The head's shadow, deeper on the side away from the lamp.
    brush.soft("M188 262 H304 V322 C288 356 214 356 192 324 Z", darker(look.deepShade, 0.12), 7, 0.74);
    brush.soft("M262 280 H300 V420 H272 C282 380 276 330 262 280 Z", look.deepShade, 9, 0.34);
    brush.softStroke("M226 350 C224 374 228 392 234 404", look.deepShade, 2.4, 2.4, 0.28);
    brush.softStroke("M258 350 C258 374 254 392 247 404", look.deepShade, 2.4, 2.4, 0.34);
    brush.softStroke("M196 384 C212 392 226 398 236 408", look.skin, 4, 3, 0.5);
  });
}

function cloth(brush: Brush, look: Look): void {
  const shape = NECKLINES[look.clothes];
  brush.fill(shape, brush.line(60, 380, 430, 480, lighter(look.jacket, 0.1), look.jacket, darker(look.jacket, 0.32)));
  brush.inside(shape, () => {
    brush.softStroke("M40 470 C60 424 100 402 150 386", lighter(look.jacket, 0.45), 10, 7, 0.5);
    brush.soft("M342 372 C402 392 452 430 452 500 L392 500 C396 450 376 404 342 372 Z", "#000000", 16, 0.32);
    brush.softStroke("M104 500 C108 466 112 446 124 428", "#000000", 3, 3, 0.35);
    brush.softStroke("M376 500 C372 466 368 446 356 428", "#000000", 3, 3, 0.4);
  });
}

function blazer(brush: Brush, look: Look): void {
  cloth(brush, look);
  brush.fill("M186 366 L240 486 L294 366 C284 356 196 356 186 366 Z", look.shirt);
  neck(brush, look);
  // A soft blouse collar, then the lapels over it.
  brush.fill(
    "M186 362 C192 392 214 416 238 430 L218 456 C194 430 178 396 174 370 Z",
    brush.vertical(360, 456, look.shirt, mix(look.shirt, "#8fa0b5", 0.16)),
  );
  brush.fill(
    "M294 362 C288 392 266 416 242 430 L262 456 C286 430 302 396 306 370 Z",
    brush.vertical(360, 456, mix(look.shirt, "#8fa0b5", 0.12), mix(look.shirt, "#8fa0b5", 0.34)),
  );
  brush.softStroke("M186 364 C192 393 214 417 238 431", "#53627a", 1.6, 1.2, 0.5);
  brush.softStroke("M294 364 C288 393 266 417 242 431", "#53627a", 1.6, 1.2, 0.6);
  const left = "M176 368 C150 376 138 384 134 392 L158 426 L142 440 L240 560 L240 486 C212 452 186 412 176 368 Z";
  const right = "M304 368 C330 376 342 384 346 392 L322 426 L338 440 L240 560 L240 486 C268 452 294 412 304 368 Z";
  brush.softStroke(left, "#000000", 6, 5, 0.4);
  brush.softStroke(right, "#000000", 6, 5, 0.4);
  brush.fill(left, brush.line(130, 380, 240, 500, lighter(look.jacket, 0.16), lighter(look.jacket, 0.03)));
  brush.fill(right, brush.line(240, 500, 350, 380, darker(look.jacket, 0.22), look.jacket));
  brush.stroke("M176 368 C186 412 212 452 240 486 C268 452 294 412 304 368", "#000000", 1.4, 0.3);
}

function jumper(brush: Brush, look: Look): void {
  brush.fill("M178 390 H302 L262 480 H218 Z", mix(look.shirt, "#7f93a8", 0.3));
  neck(brush, look);
  brush.fill(
    "M188 364 C196 390 216 409 238 421 L222 458 C194 434 174 402 168 374 Z",
    brush.vertical(366, 456, look.shirt, mix(look.shirt, "#7f93a8", 0.25)),
  );
  brush.fill(
    "M292 364 C284 390 264 409 242 421 L258 458 C286 434 306 402 312 374 Z",
    brush.vertical(366, 456, mix(look.shirt, "#7f93a8", 0.16), mix(look.shirt, "#7f93a8", 0.45)),
  );
  brush.softStroke("M188 366 C196 391 216 410 238 422", "#41526a", 1.6, 1.2, 0.5);
  brush.softStroke("M292 366 C284 391 264 410 242 422", "#41526a", 1.6, 1.2, 0.6);
  brush.softStroke(
    "M168 374 C176 404 198 434 222 452 L240 466 L258 452 C282 434 304 404 312 374",
    "#000000",
    6,
    4,
    0.4,
  );
  cloth(brush, look);
  const rib = "M166 378 C174 408 197 438 222 457 L240 471 L258 457 C283 438 306 408 314 378";
  brush.softStroke(rib, "#000000", 5, 2.4, 0.3);
  brush.stroke(
    "M167.5 376 C175.5 406 198 436 222 454.5 L240 468.5 L258 454.5 C282 436 304.5 406 312.5 376",
    lighter(look.jacket, 0.18),
    5,
    0.5,
  );
}

function crew(brush: Brush, look: Look): void {
  neck(brush, look);
  brush.stroke("M197 374 C206 393 222 401 240 401.5 C258 401 274 393 283 374", "#e2bf6b", 1.3, 0.9);
  brush.ellipse(240, 403.5, 2.6, 2.8, "#e8c877");
  brush.softStroke("M188 364 C200 397 220 409 240 409 C260 409 280 397 292 364", "#000000", 6, 4, 0.4);
  cloth(brush, look);
  brush.softStroke("M184 369 C197 405 219 417 240 417 C261 417 283 405 296 369", "#000000", 4, 2.2, 0.3);
  brush.stroke("M186 367 C199 401 220 413 240 413 C260 413 281 401 294 367", lighter(look.jacket, 0.22), 5, 0.55);
}

const CLOTHES = { blazer, jumper, crew } as const;

export const body: Layer = {
  box: [20, 250, 440, 240],
  depth: 0,
  paint: (brush, look) => CLOTHES[look.clothes](brush, look),
};
