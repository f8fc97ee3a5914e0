/** The whole client in jsdom, with a server that answers from a table. */
import { createMemoryHistory } from "@tanstack/react-router";
import { render } from "@testing-library/react";
import { vi } from "vitest";
import type { InterviewSummary, Me, Report, Transcript } from "../src/api/types";
import { App } from "../src/app/App";
import * as data from "./fixtures";
import { noDashboard } from "./fixtures/progress";

export interface Call {
  method: string;
  path: string;
  /** What stands after the question mark. */
  query: URLSearchParams;
  headers: Headers;
  body: unknown;
}

export type Answer = (call: Call) => { status?: number; body?: unknown } | "unreachable";

export const ana: Me = { user: { id: "u1", email: "ana@example.org", name: "Ana", role: "candidate" }, csrf_token: "token-1" };
export const nobody: Me = { user: null, csrf_token: "token-0" };

/** Answers by "METHOD /path" (without query); what is not in the table is a 404. Returns the calls as they come. */
export function serve(routes: Record<string, Answer>): Call[] {
  const calls: Call[] = [];
  vi.stubGlobal("fetch", (input: string, init: RequestInit = {}): Promise<Response> => {
    const [path = input, query = ""] = input.split("?");
    const method = init.method ?? "GET";
    const body: unknown = typeof init.body === "string" ? JSON.parse(init.body) : init.body;
    const call = { method, path, query: new URLSearchParams(query), headers: new Headers(init.headers), body };
    calls.push(call);
    const answer = routes[`${method} ${path}`]?.(call) ?? {
      status: 404,
      body: { error: { code: "not_found", message: "There is nothing here." } },
    };
    if (answer === "unreachable") return Promise.reject(new TypeError("Failed to fetch"));
    const status = answer.status ?? 200;
    return Promise.resolve(new Response(status === 204 ? null : JSON.stringify(answer.body ?? null), { status }));
  });
  return calls;
}

export const always =
  (body: unknown, status = 200): Answer =>
  () => ({ status, body });

const found = (name: string, query: URLSearchParams): boolean => name.toLowerCase().includes((query.get("q") ?? "").toLowerCase());

interface Stored {
  interview?: Partial<InterviewSummary>;
  report?: Report;
  transcript?: Transcript;
}

/** Routes of a signed-in browser with one interview. */
export function signedIn({ interview, report = data.report, transcript = data.transcript }: Stored = {}): Record<string, Answer> {
  const one = { ...data.interview, ...interview };
  const base = `GET /api/interview/sessions/${one.id}`;
  return {
    "GET /api/auth/me": always(ana),
    "GET /api/me/preferences": always(data.preferences),
    "GET /api/status": always(data.status),
    "GET /api/role-kits": always(data.kits),
    "GET /api/role-labels": ({ query }) => ({ body: data.roleLabels.filter((label) => found(label.matched, query)) }),
    "GET /api/companies": ({ query }) => ({ body: data.companies.filter((company) => found(company.name, query)) }),
    "GET /api/dashboard": always(noDashboard),
    "GET /api/interview/documents": always([]),
    "GET /api/interview/sessions": always({ items: data.interviews, next_cursor: null }),
    [base]: always({ planned_minutes: one.minutes, patience: 1, ...one }),
    [`${base}/report`]: always(report),
    [`${base}/transcript`]: always(transcript),
  };
}

export const reportPath = `/interviews/${data.interview.id}/report`;

export function open(path: string) {
  const history = createMemoryHistory({ initialEntries: [path] });
  return { history, ...render(<App history={history} />) };
}
