import { MantineProvider } from "@mantine/core";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { InterviewBody, SystemStatus } from "../../api/types";
import { DeviceCheck, type Entrance } from "./DeviceCheck";

vi.mock("../../avatar/AvatarStill", () => ({ AvatarStill: () => null }));

const interview: InterviewBody = {
  id: "i",
  role_kit: "software",
  role_title: "Engineer",
  company: null,
  seniority: "mid",
  interview_type: "technical",
  style: "friendly",
  minutes: 10,
  look: "amara",
  status: "created",
  created_at: "",
  started_at: null,
  ended_at: null,
  record: true,
  report_status: "none",
  overall_score: null,
  readiness: null,
  planned_minutes: 10,
  patience: 1,
};
const on = { on: true, detail: "" };
const system: SystemStatus = {
  version: "1",
  local_door: false,
  transcription: on,
  voice: on,
  model: on,
  evaluator: on,
  code: on,
};

let getUserMedia: ReturnType<typeof vi.fn>;

function fakeStream(): MediaStream {
  const track = { stop: vi.fn(), getSettings: () => ({ deviceId: "a" }) };
  return { getTracks: () => [track], getAudioTracks: () => [track] } as unknown as MediaStream;
}

beforeEach(() => {
  getUserMedia = vi.fn();
  const devices = [
    { kind: "audioinput", deviceId: "default", label: "Default" },
    { kind: "audioinput", deviceId: "a", label: "Headset" },
    { kind: "audioinput", deviceId: "b", label: "" },
    { kind: "audiooutput", deviceId: "c", label: "Speaker" },
  ];
  vi.stubGlobal("AudioContext", undefined);
  Object.defineProperty(navigator, "mediaDevices", {
    configurable: true,
    value: {
      getUserMedia,
      enumerateDevices: () => Promise.resolve(devices),
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    },
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

function show(over: { interview?: Partial<InterviewBody>; system?: Partial<SystemStatus>; typed?: boolean } = {}) {
  const onEnter = vi.fn<(entrance: Entrance) => void>();
  render(
    <MantineProvider>
      <DeviceCheck
        interview={{ ...interview, ...over.interview }}
        system={{ ...system, ...over.system }}
        typed={over.typed ?? false}
        onEnter={onEnter}
      />
    </MantineProvider>,
  );
  return onEnter;
}

describe("DeviceCheck", () => {
  it("opens the microphone on request, lets choose among the real ones, and starts", async () => {
    const stream = fakeStream();
    getUserMedia.mockResolvedValue(stream);
    const onEnter = show();
    expect(screen.getByRole("button", { name: "Start the interview" })).toBeDisabled();
    await userEvent.click(screen.getByRole("button", { name: "Turn on the microphone" }));
    const choice = await screen.findByLabelText("Microphone");
    expect([...choice.querySelectorAll("option")].map((option) => option.textContent)).toEqual([
      "Headset",
      "Microphone 2",
    ]);
    await userEvent.click(screen.getByRole("button", { name: "Start the interview" }));
    await waitFor(() => expect(onEnter).toHaveBeenCalledWith({ engine: null, stream }));
  });

  it.each([
    ["NotAllowedError", "The browser keeps the microphone closed"],
    ["NotFoundError", "No microphone was found"],
    ["NotReadableError", "The microphone doesn’t open"],
  ])("leads to the typed interview after %s", async (name, title) => {
    getUserMedia.mockRejectedValue(new DOMException("no", name));
    const onEnter = show();
    await userEvent.click(screen.getByRole("button", { name: "Turn on the microphone" }));
    expect(await screen.findByText(title)).toBeVisible();
    expect(screen.getByRole("button", { name: "Try again" })).toBeEnabled();
    await userEvent.click(screen.getByRole("button", { name: "Start the typed interview" }));
    await waitFor(() => expect(onEnter).toHaveBeenCalledWith({ engine: null, stream: null }));
  });

  it("offers typing from the start to whoever doesn't want to speak", async () => {
    const onEnter = show();
    await userEvent.click(screen.getByRole("button", { name: "I’d rather type" }));
    await waitFor(() => expect(onEnter).toHaveBeenCalledWith({ engine: null, stream: null }));
    expect(getUserMedia).not.toHaveBeenCalled();
  });

  it("does not ask for the microphone of whoever types by their settings, unless they want to speak", async () => {
    getUserMedia.mockResolvedValue(fakeStream());
    const onEnter = show({ typed: true });
    expect(screen.queryByRole("button", { name: "Turn on the microphone" })).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "Start the typed interview" }));
    await waitFor(() => expect(onEnter).toHaveBeenCalledWith({ engine: null, stream: null }));
    expect(getUserMedia).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole("button", { name: "Speak this time" }));
    await userEvent.click(screen.getByRole("button", { name: "Turn on the microphone" }));
    expect(getUserMedia).toHaveBeenCalled();
  });

  it("tells the time that was planned, and that pauses are waited for", () => {
    show({ interview: { planned_minutes: 15, patience: 1.6 } });
    expect(screen.getByText(/Engineer, 15 minutes/)).toBeVisible();
    expect(screen.getByText("Waits longer through your pauses, as you asked.")).toBeVisible();
  });

  it("says so where speech can't be understood, and why, and does not ask for the microphone", () => {
    show({ system: { transcription: { on: false, detail: "Run interview-lab doctor." } } });
    expect(screen.getByText(/Run interview-lab doctor\./)).toBeVisible();
    expect(screen.queryByRole("button", { name: "Turn on the microphone" })).toBeNull();
    expect(screen.getByRole("button", { name: "Start the typed interview" })).toBeEnabled();
  });

  it("tells what is kept, and that the interviewer is a program", () => {
    show({ interview: { record: false } });
    expect(screen.getByText(/The sound is not kept.*a program, not a person/)).toBeVisible();
  });
});
