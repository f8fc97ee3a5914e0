// The one HTTP call of the room: a fresh token for each connection.
import { api, ApiError } from "../api/client";
import type { TokenGrant } from "./transport/transport";

interface RoomToken {
  token: string;
  expires_at: string;
  room_url: string;
}

export const ROOM_PATH = "/api/interview/room";

/** Never rejects: a lasting refusal is fatal, anything else is worth another try. */
export async function fetchRoomToken(sessionId: string): Promise<TokenGrant> {
  try {
    const { token } = await api<RoomToken>(`/api/interview/sessions/${encodeURIComponent(sessionId)}/token`, {
      method: "POST",
    });
    return { ok: true, token };
  } catch (error) {
    return { ok: false, fatal: error instanceof ApiError ? lasting(error) : null };
  }
}

function lasting({ status, code, message }: ApiError): Extract<TokenGrant, { ok: false }>["fatal"] {
  if (status === 401)
    return { code: "signed_out", message: "You are signed out. Sign in again and the interview goes on." };
  if (status === 409 || status === 410 || code === "ended") return { code: "ended", message };
  if (status === 404) return { code: "not_found", message: "This interview isn’t here any more." };
  return status === 403 ? { code: "unauthorized", message } : null;
}
