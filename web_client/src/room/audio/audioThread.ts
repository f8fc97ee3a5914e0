// The names of the audio thread's global scope, which TypeScript's libraries do not know.

export interface Processor {
  readonly port: MessagePort;
}

export type ProcessorClass = new () => Processor & {
  process(inputs: Float32Array[][], outputs: Float32Array[][]): boolean;
};

export interface AudioThread {
  readonly sampleRate: number;
  readonly currentTime: number;
  readonly AudioWorkletProcessor: new () => Processor;
  registerProcessor(name: string, processor: ProcessorClass): void;
}

export const audioThread = globalThis as unknown as AudioThread;
