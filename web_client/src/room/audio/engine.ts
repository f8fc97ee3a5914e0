// The page's side of the audio: one context at the device's rate, microphone in, voice out, ports for the worker.
import { DECIBELS } from "../../avatar/audioMouth";
import { HeardClock } from "./heardClock";
import { levelOf } from "./level";
import type { AttachPort, Played } from "./ports";
import captureUrl from "./capture.worklet.ts?worker&url";
import playbackUrl from "./playback.worklet.ts?worker&url";

export type MicrophoneProblem = "denied" | "missing" | "busy" | "unsupported";

export class MicrophoneError extends Error {
  constructor(readonly problem: MicrophoneProblem) {
    super(problem);
  }
}

function problemOf(error: unknown): MicrophoneProblem {
  const name = error instanceof DOMException ? error.name : "";
  if (name === "NotAllowedError" || name === "SecurityError") return "denied";
  if (name === "NotFoundError" || name === "OverconstrainedError") return "missing";
  return "busy";
}

/** Asks for the microphone. Raises MicrophoneError. */
export async function openMicrophone(deviceId: string | null): Promise<MediaStream> {
  // Undefined outside secure contexts, whatever the library's types say.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) throw new MicrophoneError("unsupported");
  const audio: MediaTrackConstraints = {
    echoCancellation: true,
    noiseSuppression: true,
    autoGainControl: true,
    channelCount: 1,
    ...(deviceId ? { deviceId: { exact: deviceId } } : {}),
  };
  try {
    return await devices.getUserMedia({ audio });
  } catch (error) {
    throw new MicrophoneError(problemOf(error));
  }
}

export class AudioEngine {
  readonly clock: HeardClock;
  private readonly voice: AudioWorkletNode;
  private readonly voiceAnalyser: AnalyserNode;
  private source: MediaStreamAudioSourceNode | null = null;
  private capture: AudioWorkletNode | null = null;
  private micAnalyser: AnalyserNode | null = null;
  onPlayed: (played: Played) => void = () => undefined;

  private constructor(readonly context: AudioContext) {
    this.clock = new HeardClock(
      () => context.currentTime,
      // Safari knows only the base latency.
      () => (context as Partial<AudioContext>).outputLatency ?? context.baseLatency,
    );
    this.voice = new AudioWorkletNode(context, "playback", { numberOfInputs: 0, outputChannelCount: [1] });
    this.voiceAnalyser = context.createAnalyser();
    this.voiceAnalyser.fftSize = 1024;
    this.voiceAnalyser.smoothingTimeConstant = 0.3;
    this.voiceAnalyser.minDecibels = DECIBELS.min;
    this.voiceAnalyser.maxDecibels = DECIBELS.max;
    this.voice.connect(this.voiceAnalyser);
    this.voice.connect(context.destination);
    this.voice.port.onmessage = ({ data }: MessageEvent<Played>) => {
      this.clock.take(data.report);
      this.onPlayed(data);
    };
  }

  /** Needs a user's gesture before it for the sound to start. Rejects where the browser has no audio threads. */
  static async create(): Promise<AudioEngine> {
    const context = new AudioContext({ latencyHint: "interactive" });
    await Promise.all([context.audioWorklet.addModule(captureUrl), context.audioWorklet.addModule(playbackUrl)]);
    const engine = new AudioEngine(context);
    void context.resume();
    return engine;
  }

  /** The port over which the worker commands the voice. */
  voicePort(): MessagePort {
    return this.attach(this.voice);
  }

  /** Starts capture; returns the port on which the frames come. An earlier microphone is let go. */
  listen(stream: MediaStream): MessagePort {
    this.hush();
    this.source = this.context.createMediaStreamSource(stream);
    this.capture = new AudioWorkletNode(this.context, "capture", { numberOfInputs: 1, outputChannelCount: [1] });
    this.micAnalyser = this.context.createAnalyser();
    this.micAnalyser.fftSize = 1024;
    this.source.connect(this.micAnalyser);
    // Its output is silence; Safari runs only what leads to the destination.
    this.source.connect(this.capture).connect(this.context.destination);
    return this.attach(this.capture);
  }

  hush(): void {
    this.capture?.port.postMessage({ kind: "stop" });
    this.source?.disconnect();
    this.capture?.disconnect();
    this.source = this.capture = this.micAnalyser = null;
  }

  /** Loudness of the microphone just now, 0 to 1, for the eye. */
  micLevel(): number {
    return this.micAnalyser ? levelOf(this.micAnalyser) : 0;
  }

  /** The spectrum of the voice, for lips that follow the audio. */
  get voiceSpectrum(): AnalyserNode {
    return this.voiceAnalyser;
  }

  /** A short, soft pair of tones; resolves when it is over. */
  async testSound(): Promise<void> {
    await this.context.resume();
    const start = this.context.currentTime + 0.05;
    const notes = [392, 523.25, 659.25];
    notes.forEach((frequency, index) => this.tone(frequency, start + index * 0.24));
    await new Promise((resolve) => setTimeout(resolve, 1400));
  }

  async close(): Promise<void> {
    this.hush();
    this.voice.disconnect();
    if (this.context.state !== "closed") await this.context.close();
  }

  private tone(frequency: number, at: number): void {
    const oscillator = new OscillatorNode(this.context, { frequency, type: "sine" });
    const gain = new GainNode(this.context, { gain: 0 });
    gain.gain.setValueAtTime(0, at);
    gain.gain.linearRampToValueAtTime(0.16, at + 0.03);
    gain.gain.exponentialRampToValueAtTime(0.001, at + 0.7);
    oscillator.connect(gain).connect(this.context.destination);
    oscillator.start(at);
    oscillator.stop(at + 0.75);
  }

  private attach(node: AudioWorkletNode): MessagePort {
    const { port1, port2 } = new MessageChannel();
    const message: AttachPort = { kind: "attach", port: port1 };
    node.port.postMessage(message, [port1]);
    return port2;
  }
}
