// The living interviewer: one loop that reads the voice's clock and draws, no more often than the machine can.
import type { InterviewerState, MouthCue, UtteranceStart } from "../api/room.gen";
import { AudioMouth, bandsOf } from "./audioMouth";
import type { SceneName } from "./art/scene";
import { FrameGovernor } from "./governor";
import type { LipLog } from "./lipLog";
import { LOOKS, type LookName } from "./looks";
import { Motion } from "./motion";
import { blendAt, closureAt, MouthFollower } from "./mouth";
import { Portrait } from "./portrait";
import { SHAPES, type MouthShape } from "./shapes";

export interface Lips {
  mode: UtteranceStart["lips"];
  mouth: readonly MouthCue[];
  stress_s: readonly number[];
}

/** Where the face learns what is being said. */
export interface VoiceSource {
  /** The utterance that leaves the loudspeaker now and its second; null in silence. */
  heard(): { utterance: number; position_s: number } | null;
  lips(utterance: number): Lips | null;
  /** Of the voice alone, for `lips: "audio"`. */
  spectrum(): AnalyserNode | null;
}

const LONGEST_STEP_S = 0.1;
const LARGEST_PIXELS = 1_200;
const MAX_DPR = 2;
const RESIZE_SETTLES_MS = 120;
const HELD_S = 0.12;

export interface RendererOptions {
  look: LookName;
  scene: SceneName;
  voice: VoiceSource | null;
  lipLog: LipLog | null;
  reducedMotion: () => boolean;
}

export class AvatarRenderer {
  state: InterviewerState = "idle";
  frames = 0;
  private portrait: Portrait | null = null;
  private pixels = 0;
  private lastHeardS: number | null = null;
  private stillS = 0;
  private resizing: ReturnType<typeof setTimeout> | undefined;
  private request = 0;
  private last = performance.now();
  private bins: Uint8Array<ArrayBuffer> | null = null;
  private readonly motion = new Motion();
  private readonly governor = new FrameGovernor();
  private readonly follower = new MouthFollower();
  private readonly audioMouth = new AudioMouth();
  private readonly observer: ResizeObserver;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly options: RendererOptions,
  ) {
    this.observer = new ResizeObserver(() => this.resizeSoon());
    this.observer.observe(canvas);
    this.resize();
    this.request = requestAnimationFrame(this.loop);
  }

  /** Listens beside another face, at a low frame rate. */
  set calm(calm: boolean) {
    this.governor.calm = calm;
  }

  nod(): void {
    if (!this.options.reducedMotion()) this.motion.nod();
  }

  destroy(): void {
    cancelAnimationFrame(this.request);
    clearTimeout(this.resizing);
    this.observer.disconnect();
  }

  /** While a size is still moving the browser scales the picture: painting the layers anew takes a few frames' time. */
  private resizeSoon(): void {
    clearTimeout(this.resizing);
    this.resizing = setTimeout(() => this.resize(), this.portrait ? RESIZE_SETTLES_MS : 0);
  }

  private resize(): void {
    const wanted = this.canvas.clientWidth * Math.min(MAX_DPR, window.devicePixelRatio);
    const pixels = Math.min(LARGEST_PIXELS, Math.round(wanted));
    if (pixels < 16 || pixels === this.pixels) return;
    this.pixels = pixels;
    this.portrait = new Portrait(this.canvas, LOOKS[this.options.look], this.options.scene, pixels);
    this.render(0);
  }

  private readonly loop = (now: number): void => {
    this.request = requestAnimationFrame(this.loop);
    const since = now - this.last;
    const speaking = this.state === "speaking" || this.options.voice?.heard() != null;
    if (!this.portrait || document.hidden || !this.governor.due(since, speaking)) return;
    this.last = now;
    this.frames++;
    this.render(Math.min(LONGEST_STEP_S, since / 1000));
  };

  private render(dt: number): void {
    const { voice, lipLog, reducedMotion } = this.options;
    const heard = voice?.heard() ?? null;
    const lips = heard ? (voice?.lips(heard.utterance) ?? null) : null;
    const mouth = this.mouth(heard?.position_s ?? null, lips, dt);
    if (heard && lips) {
      lipLog?.add({ utterance: heard.utterance, t_s: heard.position_s, openness: mouth.open, press: mouth.press });
    }
    const pose = this.motion.step(dt, {
      state: this.state,
      heardS: heard?.position_s ?? null,
      stressS: lips?.stress_s ?? [],
      reduced: reducedMotion(),
    });
    this.portrait?.draw(pose, mouth);
  }

  private mouth(heardS: number | null, lips: Lips | null, dt: number): MouthShape {
    this.stillS = heardS === this.lastHeardS ? this.stillS + dt : 0;
    this.lastHeardS = heardS;
    // A voice that is held or has run dry leaves no mouth open.
    if (heardS === null || lips === null || this.stillS > HELD_S) return this.follower.follow(SHAPES.sil, 0, dt);
    if (lips.mode === "phonemes") {
      return this.follower.follow(blendAt(lips.mouth, heardS), closureAt(lips.mouth, heardS, dt), dt);
    }
    return this.follower.follow(this.heardMouth() ?? SHAPES.sil, 0, dt);
  }

  private heardMouth(): MouthShape | null {
    const analyser = this.options.voice?.spectrum();
    if (!analyser) return null;
    this.bins ??= new Uint8Array(analyser.frequencyBinCount);
    analyser.getByteFrequencyData(this.bins);
    return this.audioMouth.at(bandsOf(this.bins, analyser.context.sampleRate));
  }
}
