// Hair: what lies behind the head and what frames the face.
import { darker, lighter, mix } from "../colour";
import type { Brush } from "../brush";
import type { Look } from "../looks";
import { lottery, type Layer } from "./layer";

interface Hair {
  back(brush: Brush, look: Look): void;
  front(brush: Brush, look: Look): void;
}

function strands(brush: Brush, paths: readonly string[], colour: string, width: number, opacity: number): void {
  for (const path of paths) brush.stroke(path, colour, width, opacity);
}

const WAVES_BACK =
  "M240 56 C166 54 128 106 129 178 C129 214 119 242 116 274 C112 312 122 350 152 358 C176 364 196 352 210 338 L270 338 C284 352 304 364 328 358 C358 350 368 312 364 274 C361 242 351 214 351 178 C352 106 314 54 240 56 Z";
const WAVES_LEFT =
  "M262 78 C206 54 140 92 137 172 C136 212 121 240 121 282 C121 318 136 350 166 355 C181 357 188 350 190 344 C170 334 160 312 163 284 C166 254 154 230 157 194 C161 162 188 146 214 130 C236 117 252 104 262 78 Z";
const WAVES_RIGHT =
  "M254 78 C312 62 344 108 344 174 C345 212 359 240 359 282 C359 318 344 350 314 355 C299 357 292 350 290 344 C310 334 320 312 317 284 C314 254 326 230 323 190 C320 154 304 122 258 88 Z";

const waves: Hair = {
  back(brush, look) {
    brush.fill(
      WAVES_BACK,
      brush.vertical(60, 360, darker(look.hair, 0.1), darker(look.hair, 0.35), darker(look.hair, 0.5)),
    );
  },
  front(brush, look) {
    brush.softStroke("M160 196 C160 168 190 150 216 134 C240 120 256 108 264 92", look.deepShade, 7, 5, 0.4);
    brush.softStroke("M322 196 C320 160 302 128 264 96", look.deepShade, 6, 5, 0.35);
    for (const path of [WAVES_LEFT, WAVES_RIGHT]) {
      brush.fill(
        path,
        brush.line(130, 80, 350, 350, mix(look.hair, look.hairLight, 0.55), look.hair, darker(look.hair, 0.18)),
      );
      brush.inside(path, () => {
        brush.softStroke("M150 176 C160 118 204 84 256 84", lighter(look.hairLight, 0.3), 12, 8, 0.42);
        brush.softStroke("M132 262 C140 226 148 210 148 182", look.hairLight, 8, 6, 0.55);
        brush.softStroke("M330 130 C344 160 340 210 348 250", look.hairLight, 7, 6, 0.32);
        brush.softStroke("M190 344 C168 332 158 310 161 284 C164 254 153 230 156 194", "#000000", 9, 6, 0.42);
        brush.softStroke("M290 344 C312 332 322 310 319 284 C316 254 327 230 324 190", "#000000", 9, 6, 0.5);
      });
    }
    const light = [
      "M254 90 C220 104 180 118 160 152",
      "M246 84 C204 92 164 112 150 160",
      "M236 78 C196 82 158 110 146 158",
      "M146 190 C142 222 128 248 130 288",
      "M152 202 C150 236 138 262 142 300",
      "M270 92 C300 110 324 140 330 178",
      "M282 88 C314 104 334 140 337 180",
      "M334 196 C338 226 350 252 349 290",
    ];
    strands(brush, light, look.hairLight, 1.3, 0.5);
    const dark = [
      "M250 96 C226 113 192 128 168 160",
      "M140 206 C134 236 124 256 126 296",
      "M272 100 C296 118 314 148 320 180",
      "M342 204 C346 232 356 254 355 290",
    ];
    strands(brush, dark, darker(look.hair, 0.45), 1.4, 0.5);
    brush.softStroke("M259 80 C262 82 262 86 261 90", darker(look.hair, 0.5), 2, 1.2, 0.8);
  },
};

const SHORT_TOP =
  "M151 196 C143 160 142 122 160 96 C176 68 214 54 252 56 C304 56 337 90 337 130 C338 152 335 176 329 196 C327 180 325 164 318 150 C313 139 304 134 294 133 C272 143 244 141 220 130 C204 124 190 128 178 138 C165 150 155 172 151 196 Z";

const short: Hair = {
  back(brush, look) {
    // The sides are clipped short: skin shines through towards the ear.
    brush.soft("M148 120 C142 150 145 186 152 208 L164 204 L160 150 Z", look.hair, 3, 0.92);
    brush.soft("M332 120 C338 150 335 186 328 208 L316 204 L320 150 Z", look.hair, 3, 0.92);
  },
  front(brush, look) {
    brush.soft("M147 150 C147 180 149 204 152 222 L157 221 C158 200 158 178 168 152 Z", look.hair, 1.3, 0.95);
    brush.soft("M333 150 C333 180 331 204 328 222 L323 221 C322 200 322 178 312 152 Z", look.hair, 1.3, 0.95);
    brush.softStroke(
      "M160 176 C168 152 186 132 206 129 C232 137 268 147 296 137 C312 148 320 164 322 178",
      look.deepShade,
      7,
      5,
      0.4,
    );
    brush.fill(
      SHORT_TOP,
      brush.line(160, 60, 330, 170, mix(look.hair, look.hairLight, 0.6), look.hair, darker(look.hair, 0.3)),
    );
    brush.inside(SHORT_TOP, () => {
      brush.softStroke("M176 108 C196 78 236 66 284 76", lighter(look.hairLight, 0.28), 12, 8, 0.45);
      brush.softStroke("M156 190 C166 156 188 132 208 132 C238 146 280 146 300 138", "#000000", 8, 6, 0.35);
    });
    const tufts = [
      "M186 130 C190 102 214 80 246 73",
      "M200 127 C206 101 232 82 262 75",
      "M214 127 C224 104 250 88 282 83",
      "M232 133 C242 112 266 97 298 94",
      "M252 139 C262 119 284 106 312 107",
      "M272 140 C282 124 302 114 322 120",
      "M172 140 C168 114 182 94 206 81",
    ];
    strands(brush, tufts, look.hairLight, 1.7, 0.55);
    strands(
      brush,
      ["M192 128 C198 101 222 81 254 74", "M222 129 C233 108 258 92 290 88", "M262 139 C272 122 292 110 318 113"],
      darker(look.hair, 0.45),
      1.6,
      0.5,
    );
  },
};

interface Curl {
  x: number;
  y: number;
  r: number;
  turn: number;
}

function curl(brush: Brush, { x, y, r, turn }: Curl, base: string, light: string): void {
  brush.ellipse(x, y, r, r, base);
  const ring = new Path2D();
  ring.arc(x, y, r * 0.72, turn, turn + 2.5);
  brush.stroke(ring, light, 1.3, 0.5);
  const inner = new Path2D();
  inner.arc(x + 0.6, y + 0.6, r * 0.38, turn + 0.6, turn + 3.2);
  brush.stroke(inner, light, 1, 0.34);
}

/** Curls in an ellipse around the head's middle, lighter towards the lamp. */
function crown(brush: Brush, look: Look, count: number, inner: number, seed: number): void {
  const random = lottery(seed);
  const found: Curl[] = [];
  for (let i = 0; i < count; i++) {
    const angle = Math.PI * (0.86 + 1.28 * random());
    const reach = inner + (1 - inner) * Math.sqrt(random());
    found.push({
      x: 240 + Math.cos(angle) * 112 * reach,
      y: 164 + Math.sin(angle) * 114 * reach,
      r: 8 + random() * 6,
      turn: random() * 6.3,
    });
  }
  found.sort((a, b) => a.y - b.y);
  for (const one of found) {
    const lit = Math.max(0, Math.min(1, (330 - one.x) / 220)) * Math.max(0, Math.min(1, (230 - one.y) / 170));
    curl(
      brush,
      one,
      mix(darker(look.hair, 0.2), look.hairLight, 0.34 * lit),
      mix(look.hair, lighter(look.hairLight, 0.2), 0.35 + 0.6 * lit),
    );
  }
}

const curls: Hair = {
  back(brush, look) {
    brush.soft(
      "M240 52 C160 50 122 104 122 168 C122 206 134 236 156 246 L324 246 C346 236 358 206 358 168 C358 104 320 50 240 52 Z",
      darker(look.hair, 0.3),
      3,
    );
    crown(brush, look, 150, 0.6, 91);
  },
  front(brush, look) {
    brush.softStroke("M160 190 C166 138 200 116 240 114 C280 116 314 138 320 190", look.deepShade, 12, 6, 0.6);
    brush.soft(
      "M150 178 C150 106 190 82 240 82 C290 82 330 106 330 178 C322 140 290 120 240 118 C190 120 158 140 150 178 Z",
      darker(look.hair, 0.25),
      2,
    );
    const random = lottery(17);
    for (let row = 0; row < 3; row++) {
      for (let i = 0; i <= 22; i++) {
        const angle = Math.PI * (1.02 + 0.96 * ((i + 0.5 * (row % 2)) / 22.5));
        const x = 240 + Math.cos(angle) * (88 + row * 9) + (random() - 0.5) * 4;
        const y = 190 + Math.sin(angle) * (76 + row * 13) + (random() - 0.5) * 4;
        const lit = Math.max(0, Math.min(1, (320 - x) / 200)) * 0.8;
        curl(
          brush,
          { x, y, r: 7 + random() * 3, turn: random() * 6.3 },
          mix(darker(look.hair, 0.15), look.hairLight, 0.24 * lit),
          mix(look.hair, lighter(look.hairLight, 0.2), 0.3 + 0.6 * lit),
        );
      }
    }
  },
};

const STYLES: Readonly<Record<Look["hairStyle"], Hair>> = { waves, short, curls };

export const hairBack: Layer = {
  box: [90, 20, 300, 350],
  depth: -0.9,
  paint: (brush, look) => STYLES[look.hairStyle].back(brush, look),
};

export const hairFront: Layer = {
  box: [100, 30, 280, 340],
  depth: 0.25,
  paint: (brush, look) => STYLES[look.hairStyle].front(brush, look),
};
