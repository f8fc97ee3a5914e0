import { MantineProvider } from "@mantine/core";
import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { VoiceSource } from "../../avatar/renderer";
import type { LiveUtterance } from "../state";
import { Captions } from "./Captions";
import { PauseOverlay } from "./PauseOverlay";
import { TypeBox } from "./TypeBox";

const live: LiveUtterance = {
  key: "u1-3",
  utterance: 3,
  turn: 1,
  interviewer: "maya",
  text: "How many people?",
  lips: "phonemes",
  phase: "sounding",
  words: [
    { text: "How ", start_s: 0, end_s: 0.2 },
    { text: "many ", start_s: 0.2, end_s: 0.5 },
    { text: "people?", start_s: 0.5, end_s: 1 },
  ],
};

function voiceAt(position: { utterance: number; position_s: number } | null): VoiceSource {
  return { heard: () => position, lips: () => null, spectrum: () => null };
}

const lit = () => screen.getByTestId("caption").querySelectorAll("span.lit").length;

beforeEach(() => {
  sessionStorage.clear();
});

describe("Captions", () => {
  it("light up as the words leave the loudspeaker, and read the whole sentence to a screen reader", async () => {
    vi.useFakeTimers();
    const position = { utterance: 3, position_s: 0 };
    render(<Captions speaker={null} live={live} own={null} drafts={[]} voice={voiceAt(position)} />);
    position.position_s = 0.3;
    await act(() => vi.advanceTimersByTimeAsync(120));
    expect(lit()).toBe(2);
    position.position_s = 0.9;
    await act(() => vi.advanceTimersByTimeAsync(120));
    expect(lit()).toBe(3);
    expect(screen.getByText("How many people?")).toHaveAttribute("aria-live", "polite");
    vi.useRealTimers();
  });

  it("are there at once where there is no voice", () => {
    render(<Captions speaker={null} live={{ ...live, lips: "none", words: [] }} own={null} drafts={[]} voice={voiceAt(null)} />);
    expect(lit()).toBe(1);
  });

  it("show what is still unsure of your own words softly", () => {
    const own = { turn: 2, settled: "I led it.", interim: "It took three", stableChars: 7 };
    render(<Captions speaker={null} live={null} own={own} drafts={[]} voice={voiceAt(null)} />);
    expect(screen.getByTestId("own-speech")).toHaveTextContent("YouI led it. It took three");
    expect(screen.getByText("three")).toHaveClass("soft");
  });
});

describe("TypeBox", () => {
  const show = (onSend = vi.fn(), onClose: (() => void) | null = null) => {
    render(
      <MantineProvider>
        <TypeBox storageKey="draft" onTyping={() => undefined} onSend={onSend} onClose={onClose} />
      </MantineProvider>,
    );
    return onSend;
  };

  it("sends with Ctrl+Enter, keeps Enter for new lines, and never sends nothing", async () => {
    const user = userEvent.setup();
    const onSend = show();
    await user.keyboard("{Control>}{Enter}{/Control}");
    expect(onSend).not.toHaveBeenCalled();
    await user.keyboard("First line{Enter}second line  {Control>}{Enter}{/Control}");
    expect(onSend.mock.calls).toEqual([["First line\nsecond line"]]);
    expect(screen.getByLabelText("Your answer")).toHaveValue("");
  });

  it("keeps what was begun, and closes with Escape only where there is another way to answer", async () => {
    const user = userEvent.setup();
    const onClose = vi.fn();
    show(vi.fn(), onClose);
    await user.keyboard("half an ans{Escape}");
    expect(onClose).toHaveBeenCalledOnce();
    expect(sessionStorage.getItem("draft")).toBe("half an ans");
  });
});

describe("PauseOverlay", () => {
  it("takes the focus, says how long is left, and goes on", async () => {
    const onResume = vi.fn();
    render(
      <MantineProvider>
        <PauseOverlay remainingS={62} onResume={onResume} onEnd={() => undefined} />
      </MantineProvider>,
    );
    expect(screen.getByRole("dialog", { name: "Paused" })).toHaveTextContent("there is 1 minute left");
    await userEvent.keyboard("{Enter}");
    expect(onResume).toHaveBeenCalledOnce();
  });
});
