// Microphone frames on their way to the socket: after a stall the oldest are dropped, speech from now matters more.

export const OLDEST_MS = 1_000;
const BUFFER_LIMIT_BYTES = 50 * 656; // one second of frames handed to the socket and not yet on the wire

interface Queued {
  frame: ArrayBuffer;
  capturedMs: number;
}

export class MicQueue {
  private queue: Queued[] = [];
  sent = 0;
  dropped = 0;

  push(frame: ArrayBuffer, capturedMs: number): void {
    this.queue.push({ frame, capturedMs });
    this.forget(capturedMs);
  }

  /** Sends what the socket can take now. */
  drain(nowMs: number, buffered: () => number, send: (frame: ArrayBuffer) => void): void {
    this.forget(nowMs);
    while (this.queue.length > 0 && buffered() < BUFFER_LIMIT_BYTES) {
      const next = this.queue.shift();
      if (!next) return;
      send(next.frame);
      this.sent++;
    }
  }

  private forget(nowMs: number): void {
    const kept = this.queue.filter(({ capturedMs }) => nowMs - capturedMs <= OLDEST_MS);
    this.dropped += this.queue.length - kept.length;
    this.queue = kept;
  }
}
