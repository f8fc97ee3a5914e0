/** One door to the server: typed errors, the CSRF header, and whether the server can be reached at all. */
import type { Me } from "./types";

export type ErrorCode = "network" | "bad_response" | (string & {});

export class ApiError extends Error {
  override readonly name = "ApiError";
  constructor(
    readonly code: ErrorCode,
    message: string,
    /** HTTP status; 0 where no answer came. */
    readonly status: number,
    /** Form field → what is wrong with it. */
    readonly fields: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

const UNREACHABLE = "The server doesn't answer. Check that it is still running; this page goes on by itself.";

let csrfToken: string | null = null;
const reachListeners = new Set<() => void>();
let reachable = true;

export const serverReach = {
  subscribe: (listener: () => void): (() => void) => {
    reachListeners.add(listener);
    return () => reachListeners.delete(listener);
  },
  get: (): boolean => reachable,
};

function setReachable(next: boolean): void {
  if (next === reachable) return;
  reachable = next;
  for (const listener of reachListeners) listener();
}

interface Options {
  method?: "GET" | "POST" | "PUT" | "DELETE";
  body?: unknown;
  signal?: AbortSignal;
}

export async function api<T>(path: string, options: Options = {}): Promise<T> {
  const method = options.method ?? "GET";
  if (method !== "GET" && csrfToken === null) await fetchMe();
  const response = await send(path, method, options);
  if (response.ok) return (await readJson(response)) as T;
  const error = await toApiError(response);
  if (error.status === 403 && error.code.includes("csrf") && method !== "GET") {
    // Another tab signed in again: its token replaced ours.
    await fetchMe();
    const second = await send(path, method, options);
    if (second.ok) return (await readJson(second)) as T;
    throw await toApiError(second);
  }
  throw error;
}

export const fetchMe = async (): Promise<Me> => keepToken(await api<Me>("/api/auth/me"));

/** Signing in or out brings a new token; the old one is worthless from then on. */
export function keepToken(me: Me): Me {
  csrfToken = me.csrf_token;
  return me;
}

/** The account is gone, and its token with it. */
export function forgetToken(): void {
  csrfToken = null;
}

async function send(path: string, method: string, { body, signal }: Options): Promise<Response> {
  const headers = new Headers({ Accept: "application/json" });
  if (method !== "GET" && csrfToken !== null) headers.set("X-CSRF-Token", csrfToken);
  const form = body instanceof FormData; // its boundary is set by the browser
  if (body !== undefined && !form) headers.set("Content-Type", "application/json");
  try {
    const init: RequestInit = { method, headers, credentials: "same-origin" };
    if (body !== undefined) init.body = form ? body : JSON.stringify(body);
    if (signal) init.signal = signal;
    const response = await fetch(path, init);
    // A proxy in front of a stopped server answers for it.
    setReachable(![502, 503, 504].includes(response.status));
    return response;
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    setReachable(false);
    throw new ApiError("network", UNREACHABLE, 0);
  }
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === "") return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new ApiError("bad_response", "The server sent something this page can't read. Reload the page.", response.status);
  }
}

export async function toApiError(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => null);
  const error = isRecord(body) && isRecord(body["error"]) ? body["error"] : null;
  if (error === null || typeof error["message"] !== "string")
    return new ApiError("bad_response", fallback(response.status), response.status);
  const code = typeof error["code"] === "string" ? error["code"] : "unknown";
  return new ApiError(code, error["message"], response.status, readFields(error["fields"]));
}

function fallback(status: number): string {
  if ([502, 503, 504].includes(status)) return UNREACHABLE;
  return status >= 500
    ? "The server stumbled over this. Try again; if it stays, look at its log."
    : `The server refused this (${status}). Reload the page and try again.`;
}

/** `body.jd_text` and `jd_text` mean the same form field. */
function readFields(fields: unknown): Record<string, string> {
  if (!isRecord(fields)) return {};
  const found: Record<string, string> = {};
  for (const [name, message] of Object.entries(fields)) {
    if (typeof message === "string") found[name.split(".").at(-1) ?? name] = message;
  }
  return found;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
