// The worker that holds the WebSocket: audio passes between it and the audio threads without touching the page.
import { BargeInGuard } from "../audio/bargeIn";
import type { CapturedFrame, PlaybackCommand, Played } from "../audio/ports";
import type { PlaybackReport } from "../audio/playbackQueue";
import { silence } from "./frames";
import { Transport, type Socket, type TokenGrant } from "./transport";
import { VoiceRelay } from "./voiceRelay";
import type { FromWorker, ToWorker } from "./workerMessages";

const STATS_EVERY_MS = 50;

const guard = new BargeInGuard();
let url = "";
let silent = false;
let muted = false;
let micRms = 0;
let lastStatsMs = 0;
const flushAskedMs = new Map<number, number>();
let micPort: MessagePort | null = null;
let grantToken: ((grant: TokenGrant) => void) | null = null;

function tell(message: FromWorker): void {
  self.postMessage(message);
}

const now = () => performance.timeOrigin + performance.now();

const transport = new Transport({
  openSocket: () => new WebSocket(url) as Socket,
  token: () =>
    new Promise((resolve) => {
      grantToken = resolve;
      tell({ kind: "token_needed" });
    }),
  onMessage: (message) => {
    if (message.type === "flush") flushAskedMs.set(message.utterance, now());
    voice.understand(message);
    tell({ kind: "message", message });
  },
  onVoice: (frame) => voice.frame(frame),
  onConnection: (connection) => {
    if (connection.state === "open" && muted) transport.send({ type: "microphone", state: "muted" });
    tell({ kind: "connection", connection });
  },
  now,
  random: Math.random,
});

const voice = new VoiceRelay({ send: (message) => transport.send(message), now });

function takeVoicePort(port: MessagePort): void {
  port.onmessage = ({ data }: MessageEvent<Played>) => {
    voice.played(data.report);
    if (data.report.event === "flushed") reportFlush(data.report);
  };
  voice.attach((command: PlaybackCommand, transfer) => port.postMessage(command, transfer));
}

function takeMicPort(port: MessagePort): void {
  micPort?.close();
  micPort = port;
  port.onmessage = ({ data }: MessageEvent<CapturedFrame>) => takeMicFrame(data);
}

function takeMicFrame({ frame, rms, capturedMs }: CapturedFrame): void {
  if (silent) silence(frame);
  micRms = silent ? 0 : rms;
  if (guard.frame(micRms, voice.playing)) voice.duck(guard.ducked);
  transport.sendMicFrame(frame, capturedMs);
  reportStats();
}

function reportFlush({ utterance, position_s }: PlaybackReport): void {
  const asked = flushAskedMs.get(utterance);
  flushAskedMs.delete(utterance);
  if (asked !== undefined)
    tell({ kind: "flushed", record: { utterance, position_s, tookMs: now() - asked, atMs: Date.now() } });
}

function reportStats(): void {
  if (now() - lastStatsMs < STATS_EVERY_MS) return;
  lastStatsMs = now();
  const { sent, dropped } = transport.mic;
  const { roundTripMs } = transport;
  tell({
    kind: "stats",
    stats: { framesSent: sent, framesDropped: dropped, roundTripMs, micRms, ducked: guard.ducked },
  });
}

function setMicrophone(state: "on" | "muted" | "lost" | "off"): void {
  muted = state === "muted";
  transport.microphone = state !== "off";
  if (state !== "off") transport.send({ type: "microphone", state });
}

function obey(message: ToWorker): void {
  switch (message.kind) {
    case "connect":
      url = message.url;
      transport.microphone = message.microphone;
      void transport.connect();
      return;
    case "token":
      return grantToken?.(message.grant);
    case "send":
      transport.send(message.message);
      break;
    case "voice_port":
      takeVoicePort(message.port);
      break;
    case "mic_port":
      takeMicPort(message.port);
      break;
    case "microphone":
      setMicrophone(message.state);
      break;
    case "silence":
      silent = message.on;
      return;
    case "latency":
      voice.latencyS = message.seconds;
      return;
    case "retry_now":
      transport.retryNow();
      break;
    case "close":
      transport.close();
      break;
  }
}

self.onmessage = ({ data }: MessageEvent<ToWorker>) => obey(data);
