import { ApiError } from "../api/client";

/** An error as a person reads it: what happened, and what to do. */
export function explain(error: unknown): { title: string; text: string } {
  if (error instanceof ApiError && error.code === "network") return { title: "The server doesn’t answer", text: error.message };
  if (error instanceof ApiError && error.status === 404)
    return { title: "That isn’t here", text: "It may have been deleted, or it belongs to another account." };
  if (error instanceof ApiError) return { title: "That didn’t work", text: error.message };
  if (error instanceof Error && /dynamically imported module|module script/i.test(error.message))
    return { title: "This page has been updated", text: "Reload the page to get the new version. Nothing is lost." };
  return { title: "This page broke", text: "Try again. Your interviews are safe: they are stored on the server." };
}
