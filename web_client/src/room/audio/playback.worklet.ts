// Audio thread of the interviewer's voice: obeys the socket's worker at once and tells worker and page what was played.
import { audioThread } from "./audioThread";
import { PlaybackQueue } from "./playbackQueue";
import type { AttachPort, PlaybackCommand, Played } from "./ports";

class Playback extends audioThread.AudioWorkletProcessor {
  private link: MessagePort | null = null;
  private readonly queue = new PlaybackQueue(audioThread.sampleRate, (report) => {
    const played: Played = { kind: "played", report };
    this.link?.postMessage(played);
    this.port.postMessage(played);
  });

  constructor() {
    super();
    this.port.onmessage = ({ data }: MessageEvent<AttachPort>) => {
      this.link = data.port;
      this.link.onmessage = (event: MessageEvent<PlaybackCommand>) => this.obey(event.data);
    };
  }

  process(_inputs: Float32Array[][], outputs: Float32Array[][]): boolean {
    const channels = outputs[0] ?? [];
    const first = channels[0];
    if (!first) return true;
    this.queue.process(first, audioThread.currentTime);
    for (const other of channels.slice(1)) other.set(first);
    return true;
  }

  private obey(command: PlaybackCommand): void {
    switch (command.kind) {
      case "start":
        this.queue.start(command.utterance, command.rate);
        break;
      case "pcm":
        this.queue.pcm(command.utterance, command.offset_s, command.samples);
        break;
      case "end":
        this.queue.end(command.utterance, command.duration_s);
        break;
      case "reset":
        this.queue.reset();
        break;
      case "flush":
        this.queue.flush(command.utterance);
        break;
      case "hold":
        this.queue.hold(command.utterance, command.mode);
        break;
      case "duck":
        this.queue.duckLocally(command.on);
        break;
    }
  }
}

audioThread.registerProcessor("playback", Playback);
