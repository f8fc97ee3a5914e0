// The connection to the interviewer as a state machine: hello -> welcome, ping, back-off, resume. No page, no audio thread.
import {
  PROTOCOL,
  parseServerMessage,
  type ClientMessage,
  type Control,
  type Error as RoomError,
  type ServerMessage,
} from "../messages";
import { decodeVoiceFrame, numberMicFrame, type VoiceFrame } from "./frames";
import { MicQueue } from "./micQueue";

export const PING_MS = 2_000;
export const SILENT_MS = 7_000; // nothing at all from the server for so long: the line is dead
export const WELCOME_MS = 8_000;
export const FIRST_BACKOFF_MS = 250;
export const LAST_BACKOFF_MS = 5_000;
const NORMAL_CLOSURE = 1000;

export interface FatalProblem {
  code: RoomError["code"] | "signed_out";
  message: string;
}

export type Connection =
  | { state: "idle" }
  | { state: "connecting"; attempt: number }
  | { state: "open" }
  | { state: "waiting"; attempt: number; retryInMs: number }
  | { state: "closed"; problem: FatalProblem | null };

export type TokenGrant = { ok: true; token: string } | { ok: false; fatal: FatalProblem | null };

/** The part of a WebSocket that is used here. */
export interface Socket {
  binaryType: BinaryType;
  readonly bufferedAmount: number;
  send(data: string | ArrayBuffer): void;
  close(code?: number): void;
  onopen: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: (() => void) | null;
}

export interface TransportPorts {
  openSocket(): Socket;
  /** A fresh room token for each connection. */
  token(): Promise<TokenGrant>;
  onMessage(message: ServerMessage): void;
  onVoice(frame: VoiceFrame): void;
  onConnection(connection: Connection): void;
  now(): number;
  random(): number;
}

export class Transport {
  readonly mic = new MicQueue();
  microphone = false;
  roundTripMs: number | null = null;
  connection: Connection = { state: "idle" };
  private socket: Socket | null = null;
  private welcomed = false;
  private attempt = 0;
  private round = 0; // a late answer of an earlier attempt is recognised by it
  private heardFromServer = 0;
  private micSequence = 0;
  private waitingControls: Control[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private pinger: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly ports: TransportPorts) {}

  async connect(): Promise<void> {
    const round = ++this.round;
    clearTimeout(this.timer);
    this.show({ state: "connecting", attempt: this.attempt });
    const grant = await this.ports.token();
    if (round !== this.round) return;
    if (!grant.ok) {
      if (grant.fatal) this.shut(grant.fatal);
      else this.retry();
      return;
    }
    this.open(grant.token, round);
  }

  /** Connects at once instead of waiting for the back-off to end. */
  retryNow(): void {
    if (this.connection.state === "waiting") void this.connect();
  }

  /** Controls wait for the connection; everything else is only true now and is dropped without one. */
  send(message: ClientMessage): void {
    if (this.welcomed) this.write(message);
    else if (message.type === "control") this.waitingControls.push(message);
  }

  /** Numbers the frame: one count for all microphones of the page, so that what was dropped shows as a gap. */
  sendMicFrame(frame: ArrayBuffer, capturedMs: number): void {
    numberMicFrame(frame, this.micSequence++);
    this.mic.push(frame, capturedMs);
    this.drainMic();
  }

  close(): void {
    if (this.connection.state !== "closed") this.shut(null);
  }

  private open(token: string, round: number): void {
    const socket = this.ports.openSocket();
    socket.binaryType = "arraybuffer";
    this.socket = socket;
    this.timer = setTimeout(() => this.lost(round), WELCOME_MS);
    socket.onopen = () => this.write({ type: "hello", protocol: PROTOCOL, token, microphone: this.microphone });
    socket.onmessage = ({ data }) => {
      if (round === this.round) this.receive(data);
    };
    socket.onclose = () => this.lost(round);
  }

  private receive(data: unknown): void {
    this.heardFromServer = this.ports.now();
    if (data instanceof ArrayBuffer) {
      const frame = decodeVoiceFrame(data);
      if (frame) this.ports.onVoice(frame);
      return;
    }
    const message = typeof data === "string" ? parseServerMessage(data) : null;
    if (message) this.understand(message);
  }

  private understand(message: ServerMessage): void {
    if (message.type === "welcome") this.enter();
    if (message.type === "pong") this.alive(message.sent_ms);
    this.ports.onMessage(message);
    if (message.type === "ended") this.shut(null);
    if (message.type === "error" && message.fatal) {
      if (message.retry) this.lost(this.round);
      else this.shut({ code: message.code, message: message.message });
    }
  }

  private enter(): void {
    clearTimeout(this.timer);
    this.welcomed = true;
    this.pinger = setInterval(() => this.ping(), PING_MS);
    this.show({ state: "open" });
    for (const control of this.waitingControls.splice(0)) this.write(control);
    this.drainMic();
  }

  private alive(sentMs: number): void {
    this.roundTripMs = this.ports.now() - sentMs;
    this.attempt = 0; // a welcome alone proves little: a server that fails right after it must not be hammered
  }

  private ping(): void {
    if (this.ports.now() - this.heardFromServer > SILENT_MS) this.lost(this.round);
    else this.write({ type: "ping", sent_ms: this.ports.now() });
  }

  private lost(round: number): void {
    if (round !== this.round || this.connection.state === "closed") return;
    this.release();
    this.retry();
  }

  private retry(): void {
    const base = Math.min(LAST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** this.attempt);
    const retryInMs = Math.round(base * (0.8 + 0.4 * this.ports.random()));
    this.attempt++;
    this.round++;
    this.show({ state: "waiting", attempt: this.attempt, retryInMs });
    this.timer = setTimeout(() => void this.connect(), retryInMs);
  }

  private shut(problem: FatalProblem | null): void {
    this.round++;
    this.release();
    this.show({ state: "closed", problem });
  }

  private release(): void {
    clearTimeout(this.timer);
    clearInterval(this.pinger);
    this.welcomed = false;
    const socket = this.socket;
    this.socket = null;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close(NORMAL_CLOSURE);
  }

  private drainMic(): void {
    const socket = this.socket;
    if (!this.welcomed || !socket) return;
    this.mic.drain(
      this.ports.now(),
      () => socket.bufferedAmount,
      (frame) => socket.send(frame),
    );
  }

  private write(message: ClientMessage): void {
    this.socket?.send(JSON.stringify(message));
  }

  private show(connection: Connection): void {
    this.connection = connection;
    this.ports.onConnection(connection);
  }
}
