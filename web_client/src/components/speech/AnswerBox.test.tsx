import { MantineProvider } from "@mantine/core";
import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { SpokenOrTyped } from "../../api/practice";
import { AnswerBox } from "./AnswerBox";
import { LONGEST_S } from "./useTake";
import { WAV_RATE } from "./wav";

let push: (samples: Int16Array) => void;
const close = vi.fn();
const start = vi.fn<(take: (samples: Int16Array) => void) => Promise<{ level: () => number; close: () => void }>>();
vi.mock("./microphone", () => ({ startMicrophone: (take: (samples: Int16Array) => void) => start(take) }));

beforeEach(() => {
  close.mockClear();
  start.mockReset();
  start.mockImplementation((take) => {
    push = take;
    return Promise.resolve({ level: () => 0.5, close });
  });
  URL.createObjectURL = () => "blob:take";
  URL.revokeObjectURL = () => undefined;
});

function show(deaf: string | null = null) {
  const onSend = vi.fn<(answer: SpokenOrTyped) => void>();
  const onDirty = vi.fn<(dirty: boolean) => void>();
  render(
    <MantineProvider>
      <AnswerBox label="Your answer" send="Send" pending={false} error={null} onSend={onSend} deaf={deaf} onDirty={onDirty} />
    </MantineProvider>,
  );
  return { onSend, onDirty };
}

const say = (seconds: number): void => act(() => push(new Int16Array(seconds * WAV_RATE)));

describe("by voice", () => {
  it("records, counts, is heard again and sent as a WAV", async () => {
    const { onSend, onDirty } = show();
    await userEvent.click(screen.getByText("Answer by voice"));
    expect(await screen.findByText("Recording.")).toBeInTheDocument();
    say(2);
    expect(screen.getByText("0:02")).toBeVisible();
    expect(onDirty).toHaveBeenLastCalledWith(true);
    await userEvent.click(screen.getByText("Done"));
    expect(close).toHaveBeenCalledOnce();
    expect(document.querySelector("audio")).toHaveAttribute("src", "blob:take");
    await userEvent.click(screen.getByText("Send"));
    const [answer] = onSend.mock.calls[0] ?? [];
    expect(answer && "audio" in answer && answer.audio.size).toBe(44 + 2 * WAV_RATE * 2);
  });

  it("stops by itself after three minutes", async () => {
    show();
    await userEvent.click(screen.getByText("Answer by voice"));
    await screen.findByText("Recording.");
    say(LONGEST_S - 10);
    expect(screen.getByText("Fifteen seconds left.")).toBeInTheDocument();
    say(10);
    expect(screen.getByText(/Three minutes are the most/)).toBeVisible();
    expect(close).toHaveBeenCalledOnce();
  });

  it("is said again or thrown away", async () => {
    const { onSend, onDirty } = show();
    await userEvent.click(screen.getByText("Answer by voice"));
    await screen.findByText("Recording.");
    say(1);
    await userEvent.click(screen.getByText("Done"));
    await userEvent.click(screen.getByText("Say it again"));
    await screen.findByText("Recording.");
    expect(start).toHaveBeenCalledTimes(2);
    await userEvent.click(screen.getByText("Cancel"));
    expect(screen.getByText("Answer by voice")).toBeVisible();
    expect(onDirty).toHaveBeenLastCalledWith(false);
    expect(onSend).not.toHaveBeenCalled();
  });

  it("closes the microphone when the page is left", async () => {
    const { unmount } = render(
      <MantineProvider>
        <AnswerBox label="Your answer" send="Send" pending={false} error={null} onSend={() => undefined} deaf={null} />
      </MantineProvider>,
    );
    await userEvent.click(screen.getByText("Answer by voice"));
    await screen.findByText("Recording.");
    unmount();
    expect(close).toHaveBeenCalledOnce();
  });
});

describe("by typing", () => {
  it("is offered at once where the microphone is denied, with what to do about it", async () => {
    start.mockRejectedValue(Object.assign(new Error("denied"), { problem: "denied" }));
    const { onSend } = show();
    await userEvent.click(screen.getByText("Answer by voice"));
    expect(await screen.findByRole("alert")).toHaveTextContent("The browser keeps the microphone closed");
    await userEvent.type(screen.getByLabelText("Your answer"), "  I wrote the check.  ");
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    expect(onSend).toHaveBeenCalledExactlyOnceWith({ text: "I wrote the check." });
  });

  it("is the only way where speech is not understood, and says why", () => {
    show("Run `make setup`.");
    expect(screen.getByLabelText("Your answer")).toBeVisible();
    expect(screen.getByText("make setup", { selector: "code" })).toBeVisible();
    expect(screen.queryByText("Speak instead")).toBeNull();
    expect(screen.getByText("Send").closest("button")).toBeDisabled();
  });

  it("is one click away, and back", async () => {
    show();
    await userEvent.click(screen.getByText("Type instead"));
    expect(screen.getByLabelText("Your answer")).toBeVisible();
    await userEvent.click(screen.getByText("Speak instead"));
    expect(screen.getByText("Answer by voice")).toBeVisible();
  });
});
