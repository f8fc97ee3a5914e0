import { useCallback, useEffect, useRef, useState } from "react";
import { AudioEngine, MicrophoneError, openMicrophone, type MicrophoneProblem } from "../audio/engine";

export type CheckState =
  | { kind: "asleep" }
  | { kind: "opening" }
  | { kind: "ready"; stream: MediaStream; deviceId: string | null }
  | { kind: "problem"; problem: MicrophoneProblem };

export interface Device {
  id: string;
  label: string;
}

export interface MicrophoneCheck {
  state: CheckState;
  devices: Device[];
  /** Opens a microphone, the default one for null. Call it in a click. */
  open: (deviceId: string | null) => Promise<void>;
  /** The engine, made on first use. Null where the browser has no audio threads. */
  engine: () => Promise<AudioEngine | null>;
  level: () => number;
  /** Hands engine and stream over: from here on somebody else closes them. */
  release: () => void;
}

async function inputs(): Promise<Device[]> {
  const all = await navigator.mediaDevices.enumerateDevices();
  return all
    .filter(({ kind, deviceId }) => kind === "audioinput" && deviceId !== "default" && deviceId !== "communications")
    .map(({ deviceId, label }, index) => ({ id: deviceId, label: label || `Microphone ${index + 1}` }));
}

function stop(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

export function useMicrophoneCheck(): MicrophoneCheck {
  const [state, setState] = useState<CheckState>({ kind: "asleep" });
  const [devices, setDevices] = useState<Device[]>([]);
  const engineMade = useRef<Promise<AudioEngine | null> | null>(null);
  const engineNow = useRef<AudioEngine | null>(null);
  const streamNow = useRef<MediaStream | null>(null);
  const handedOver = useRef(false);

  const engine = useCallback(() => {
    engineMade.current ??= AudioEngine.create().catch(() => null);
    return engineMade.current.then((made) => {
      engineNow.current = made;
      void made?.context.resume();
      return made;
    });
  }, []);

  const open = useCallback(
    async (deviceId: string | null) => {
      setState({ kind: "opening" });
      try {
        const [made, stream] = await Promise.all([engine(), openMicrophone(deviceId)]);
        stop(streamNow.current);
        streamNow.current = stream;
        // The level is read here; the port is thrown away, nothing is sent anywhere.
        made?.listen(stream).close();
        setState({ kind: "ready", stream, deviceId: stream.getAudioTracks()[0]?.getSettings().deviceId ?? deviceId });
        setDevices(await inputs());
      } catch (error) {
        setState({ kind: "problem", problem: error instanceof MicrophoneError ? error.problem : "busy" });
      }
    },
    [engine],
  );

  useEffect(() => {
    const media = navigator.mediaDevices as MediaDevices | undefined;
    const changed = () => void inputs().then(setDevices);
    media?.addEventListener("devicechange", changed);
    return () => {
      media?.removeEventListener("devicechange", changed);
      if (handedOver.current) return;
      stop(streamNow.current);
      void engineNow.current?.close();
      engineMade.current = engineNow.current = streamNow.current = null;
    };
  }, []);

  const level = useCallback(() => engineNow.current?.micLevel() ?? 0, []);
  const release = useCallback(() => {
    handedOver.current = true;
  }, []);
  return { state, devices, open, engine, level, release };
}
