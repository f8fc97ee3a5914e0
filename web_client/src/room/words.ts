// Sentences of the room that depend on what happens.
import type { MicrophoneProblem } from "./audio/engine";
import type { RoomState } from "./state";
import type { FatalProblem } from "./transport/transport";

export function timeLeft(remainingS: number): string {
  if (remainingS <= 0) return "time is up";
  if (remainingS < 60) return "under a minute left";
  const minutes = Math.round(remainingS / 60);
  return minutes === 1 ? "1 minute left" : `${minutes} minutes left`;
}

export function doing({ welcome, connection, interviewer }: RoomState, microphone: boolean): string {
  if (!welcome) return "About to begin";
  if (connection.state !== "open") return "Reconnecting";
  switch (interviewer) {
    case "idle":
      return "Ready";
    case "listening":
      return microphone ? "Listening" : "Waiting for your answer";
    case "thinking":
      return "Thinking";
    case "speaking":
      return "Speaking";
  }
}

interface Explained {
  title: string;
  text: string;
}

export function microphoneHelp(problem: MicrophoneProblem): Explained {
  switch (problem) {
    case "denied":
      return {
        title: "The browser keeps the microphone closed",
        text: "Click the microphone or lock sign beside the address, allow the microphone for this page, and try again. Or type your answers: the interview and the report are the same.",
      };
    case "missing":
      return {
        title: "No microphone was found",
        text: "Plug one in and try again, or type your answers.",
      };
    case "busy":
      return {
        title: "The microphone doesn’t open",
        text: "Another program may be using it. Close it and try again, or type your answers.",
      };
    case "unsupported":
      return {
        title: "This page can’t use a microphone",
        text: "Browsers allow it only over https or on this computer’s own address (localhost). You can type your answers.",
      };
  }
}

export interface FatalHelp extends Explained {
  action: "reload" | "sign_in" | "report" | "leave";
}

export function fatalHelp(problem: FatalProblem): FatalHelp {
  switch (problem.code) {
    case "replaced":
      return {
        title: "The interview goes on in another tab",
        text: "It was opened there after this one. Go on there, or take it back here.",
        action: "reload",
      };
    case "unauthorized":
    case "expired":
      return {
        title: "The way into the room is closed",
        text: "Open it again; the interview waits at the same question.",
        action: "reload",
      };
    case "signed_out":
      return {
        title: "You are signed out",
        text: "Sign in again; the interview waits at the same question.",
        action: "sign_in",
      };
    case "ended":
      return { title: "This interview is over", text: "Its report is being made or is ready.", action: "report" };
    case "not_found":
      return {
        title: "This interview isn’t here",
        text: "It may have been deleted, or it belongs to another account.",
        action: "leave",
      };
    case "protocol":
      return {
        title: "This page is out of date",
        text: "Reload it; the interview goes on at the same question.",
        action: "reload",
      };
    default:
      return {
        title: "The interview had to stop",
        text: `${problem.message} Reload the page to go on at the same question.`,
        action: "reload",
      };
  }
}
