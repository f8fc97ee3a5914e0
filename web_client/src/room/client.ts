// One interview in the browser: connects the worker, the audio and what the page shows.
import { LipLog } from "../avatar/lipLog";
import type { VoiceSource } from "../avatar/renderer";
import { fetchRoomToken, ROOM_PATH } from "./api";
import { AudioEngine, openMicrophone } from "./audio/engine";
import { meter } from "./audio/level";
import { Backchannel } from "./backchannel";
import type { ClientMessage, Control, ServerMessage } from "./messages";
import { Outbox } from "./outbox";
import { ExerciseDesk } from "./exercises/desk";
import { initialRoom, isPaused, reduceRoom, type MicrophoneState, type RoomEvent } from "./state";
import { Store } from "./store";
import type { FlushRecord, FromWorker, ToWorker, WorkerStats } from "./transport/workerMessages";
import { Utterances } from "./utterances";

const LATENCY_EVERY_MS = 1_000;
const TYPING_EVERY_MS = 2_000;
const NO_STATS: WorkerStats = { framesSent: 0, framesDropped: 0, roundTripMs: null, micRms: 0, ducked: false };

export class RoomClient {
  readonly room = new Store(initialRoom);
  readonly micLevel = new Store(0);
  readonly lipLog = new LipLog();
  readonly utterances = new Utterances();
  readonly flushes: FlushRecord[] = [];
  readonly voice: VoiceSource;
  readonly desk: ExerciseDesk;
  stats = NO_STATS;
  private readonly outbox: Outbox;
  private readonly worker: Worker;
  private readonly backchannel = new Backchannel();
  private readonly nodders = new Set<() => void>();
  private stream: MediaStream | null;
  private muted = false;
  private lastTypingMs = 0;
  private readonly latencyTimer: ReturnType<typeof setInterval>;

  constructor(
    readonly sessionId: string,
    private readonly engine: AudioEngine | null,
    stream: MediaStream | null,
  ) {
    this.stream = stream;
    this.outbox = new Outbox(sessionStorage, `room-outbox-${sessionId}`);
    this.worker = new Worker(new URL("./transport/room.worker.ts", import.meta.url), { type: "module" });
    this.worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.fromWorker(data);
    this.voice = {
      heard: () => this.engine?.clock.heard() ?? null,
      lips: (utterance) => this.utterances.find(utterance),
      spectrum: () => this.engine?.voiceSpectrum ?? null,
    };
    this.desk = new ExerciseDesk(sessionId, {
      send: (message) => this.send(message),
      typing: () => this.typing(),
      runHere: async (request) => (await import("./exercises/runner/runner")).runHere(request),
      storage: localStorage,
      newId: () => crypto.randomUUID(),
      now: () => Date.now(),
    });
    this.latencyTimer = setInterval(() => this.tellLatency(), LATENCY_EVERY_MS);
    this.join();
  }

  get underruns(): number {
    return this.engine?.clock.underruns ?? 0;
  }

  control(action: Control["action"]): void {
    if (action === "pause" || action === "resume") this.event({ kind: "pause", wanted: action === "pause" });
    this.send({ type: "control", action });
  }

  /** The text is safe from here on, with or without a connection. */
  answer(text: string): void {
    const { client_id } = this.outbox.add(text);
    this.event({ kind: "drafts", drafts: this.outbox.pending() });
    this.send({ type: "typed_answer", client_id, text });
    this.nod();
  }

  typing(): void {
    const now = Date.now();
    if (now - this.lastTypingMs < TYPING_EVERY_MS) return;
    this.lastTypingMs = now;
    this.send({ type: "typing" });
  }

  setMuted(muted: boolean): void {
    this.muted = muted;
    this.applySilence();
    this.setMicrophone(muted ? "muted" : "on");
  }

  /** Takes another microphone, or takes one again after it was lost. Raises MicrophoneError. */
  async useMicrophone(deviceId: string | null): Promise<void> {
    const stream = await openMicrophone(deviceId);
    this.dropStream();
    this.stream = stream;
    this.listen(stream);
    this.setMuted(this.muted);
  }

  /** Calls `nod` where the face should nod; returns what ends it. */
  watchNods(nod: () => void): () => void {
    this.nodders.add(nod);
    return () => this.nodders.delete(nod);
  }

  retryNow(): void {
    this.toWorker({ kind: "retry_now" });
  }

  async unblockSound(): Promise<void> {
    await this.engine?.context.resume();
    this.soundState();
  }

  dismiss(id: number): void {
    this.event({ kind: "dismiss", id });
  }

  close(): void {
    clearInterval(this.latencyTimer);
    window.removeEventListener("online", this.online);
    this.desk.close();
    this.toWorker({ kind: "close" });
    this.worker.terminate();
    this.dropStream();
    void this.engine?.close();
  }

  private join(): void {
    window.addEventListener("online", this.online);
    if (this.engine) {
      const port = this.engine.voicePort();
      this.worker.postMessage({ kind: "voice_port", port } satisfies ToWorker, [port]);
      this.engine.onPlayed = ({ report }) => this.event({ kind: "played", report });
      this.engine.context.onstatechange = () => this.soundState();
      this.soundState();
      this.tellLatency();
    }
    if (this.stream) this.listen(this.stream);
    this.event({ kind: "microphone", state: this.stream ? "on" : "off" });
    this.event({ kind: "drafts", drafts: this.outbox.pending() });
    const url = `${location.origin.replace(/^http/, "ws")}${ROOM_PATH}`;
    this.toWorker({ kind: "connect", url, microphone: this.stream !== null });
  }

  private readonly online = (): void => this.retryNow();

  private listen(stream: MediaStream): void {
    if (!this.engine) return;
    const port = this.engine.listen(stream);
    this.worker.postMessage({ kind: "mic_port", port } satisfies ToWorker, [port]);
    const track = stream.getAudioTracks()[0];
    track?.addEventListener("ended", () => {
      if (this.stream === stream) this.setMicrophone("lost");
    });
  }

  private setMicrophone(state: MicrophoneState): void {
    this.event({ kind: "microphone", state });
    this.toWorker({ kind: "microphone", state });
  }

  /** Muted or paused: the device gives silence, and the worker makes sure of it. */
  private applySilence(): void {
    const silent = this.muted || isPaused(this.room.get());
    for (const track of this.stream?.getAudioTracks() ?? []) track.enabled = !silent;
    this.toWorker({ kind: "silence", on: silent });
  }

  private dropStream(): void {
    const old = this.stream;
    this.stream = null;
    for (const track of old?.getTracks() ?? []) track.stop();
  }

  private fromWorker(message: FromWorker): void {
    switch (message.kind) {
      case "message":
        this.receive(message.message);
        break;
      case "connection":
        this.event({ kind: "connection", connection: message.connection });
        if (message.connection.state === "open") this.resendDrafts();
        else this.desk.lostConnection();
        return;
      case "token_needed":
        void fetchRoomToken(this.sessionId).then((grant) => this.toWorker({ kind: "token", grant }));
        return;
      case "stats":
        this.takeStats(message.stats);
        break;
      case "flushed":
        this.flushes.push(message.record);
        return;
    }
  }

  private receive(message: ServerMessage): void {
    this.utterances.understand(message);
    this.event({ kind: "server", message });
    this.desk.receive(message);
    if (message.type === "answer_stored") this.outbox.stored(message.client_id);
    if (message.type === "state" && message.interviewer !== "listening") this.backchannel.reset();
  }

  private resendDrafts(): void {
    for (const { client_id, text } of this.outbox.pending()) this.send({ type: "typed_answer", client_id, text });
  }

  private takeStats(stats: WorkerStats): void {
    this.stats = stats;
    this.micLevel.set(Math.round(meter(stats.micRms) * 20) / 20);
    const listening = this.room.get().interviewer === "listening";
    if (listening && this.backchannel.hear(stats.micRms, Date.now())) this.nod();
  }

  private nod(): void {
    for (const nod of this.nodders) nod();
  }

  private soundState(): void {
    this.event({ kind: "sound_blocked", blocked: this.engine !== null && this.engine.context.state === "suspended" });
  }

  private tellLatency(): void {
    if (this.engine) this.toWorker({ kind: "latency", seconds: this.engine.clock.outputLatency() });
  }

  private send(message: ClientMessage): void {
    this.toWorker({ kind: "send", message });
  }

  private toWorker(message: ToWorker): void {
    this.worker.postMessage(message);
  }

  private event(event: RoomEvent): void {
    const before = this.room.get();
    const after = reduceRoom(before, event);
    this.room.set(after);
    if (isPaused(before) !== isPaused(after)) this.applySilence();
  }
}
