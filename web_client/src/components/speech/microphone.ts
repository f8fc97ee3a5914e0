/** The microphone as blocks of 16 kHz samples, by the same audio thread that the interview room uses. */
import { AudioEngine, MicrophoneError, openMicrophone } from "../../room/audio/engine";
import type { CapturedFrame } from "../../room/audio/ports";
import { HEADER_BYTES } from "../../room/transport/frames";

export interface Microphone {
  /** Loudness now, 0 to 1. */
  level: () => number;
  close: () => void;
}

/** Opens it and hands every block to `take`. Call it in a click. Raises MicrophoneError. */
export async function startMicrophone(take: (samples: Int16Array) => void): Promise<Microphone> {
  const stream = await openMicrophone(null);
  const stop = (): void => stream.getTracks().forEach((track) => track.stop());
  const engine = await AudioEngine.create().catch(() => {
    stop();
    throw new MicrophoneError("unsupported");
  });
  const port = engine.listen(stream);
  port.onmessage = ({ data }: MessageEvent<CapturedFrame>) => take(new Int16Array(data.frame, HEADER_BYTES));
  return {
    level: () => engine.micLevel(),
    close: () => {
      port.close();
      stop();
      void engine.close();
    },
  };
}
