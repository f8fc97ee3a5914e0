/** `npx vite -c tests/mock.config.ts`: the pages against recorded answers, for work on their looks. Never shipped.
 * GET /mock?flags=newcomer,running,failed,empty,offline,accounts,norecording,signedout,invalid,model,partly,nojob,long
 * changes what it answers. */
import { createReadStream, existsSync, statSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import * as data from "./fixtures";

const recording = process.env["MOCK_RECORDING"] ?? "";
let flags = new Set((process.env["MOCK"] ?? "").split(","));
let signedIn = true;

function answer(path: string, method: string): { status: number; body: unknown } {
  const ok = (body: unknown, status = 200) => ({ status, body });
  if (path === "/api/status") return ok(flags.has("accounts") ? data.statusWithoutWhisper : data.status);
  if (path === "/api/auth/me")
    return ok({ user: signedIn ? { id: "u1", email: "owner@localhost", name: "Ana", role: "admin" } : null, csrf_token: "t" });
  if (path.startsWith("/api/auth/")) {
    signedIn = path !== "/api/auth/logout";
    return ok({});
  }
  if (path === "/api/role-kits") return ok(data.kits);
  if (path === "/api/role-labels") return ok(data.roleLabels);
  if (path === "/api/companies") return ok(data.companies);
  if (path === "/api/interview/documents") return ok(flags.has("newcomer") ? [] : [data.job, data.resume]);
  if (path.startsWith("/api/interview/documents/")) return ok(path.includes(data.job.id) ? data.jobBody : data.resumeBody);
  if (path.startsWith("/api/interview/plans")) return ok(data.plan);
  if (path === "/api/interview/sessions" && method === "GET")
    return ok({ items: flags.has("newcomer") ? [] : data.interviews, next_cursor: null });
  if (path === "/api/interview/sessions" && method === "POST") {
    if (flags.has("invalid"))
      return ok(
        { error: { code: "invalid", message: "Some fields need attention.", fields: { jd_text: "At most 20,000 characters." } } },
        422,
      );
    return ok({ ...data.interview, status: "created", report_status: "none" }, 201);
  }
  const practised = practice(path, method);
  if (practised !== undefined) return practised;
  if (path.endsWith("/report")) return ok(report());
  if (path.endsWith("/transcript")) return ok(flags.has("long") ? data.longTranscript(60) : data.transcript);
  if (path.includes("/api/interview/sessions/")) return ok({ ...data.interview, record: !flags.has("norecording") });
  return ok({ error: { code: "not_found", message: "There is nothing here." } }, 404);
}

function report(): unknown {
  if (flags.has("running")) return data.runningReport;
  if (flags.has("failed")) return data.failedReport;
  if (flags.has("partly")) return data.partlyFailedReport;
  if (flags.has("empty")) return { ...data.report, analysis: data.emptyAnalysis, turn_notes: [] };
  if (flags.has("model")) return data.modelReport;
  if (flags.has("nojob")) return data.noJobReport;
  return flags.has("long") ? data.longReport(60) : data.report;
}

/** What lies between interviews; undefined for every other path. */
function practice(path: string, method: string): { status: number; body: unknown } | undefined {
  const ok = (body: unknown, status = 200) => ({ status, body });
  const newcomer = flags.has("newcomer");
  if (path === "/api/memory") return ok(newcomer ? { skills: [] } : data.memory);
  if (path === "/api/coach/plan") return ok(newcomer && method === "GET" ? data.noPractice : data.practice);
  if (path === "/api/drills") return ok({ drills: data.drills });
  if (path.endsWith("/attempts")) return method === "POST" ? ok(data.passed, 201) : ok({ attempts: [data.notPassed] });
  if (path.endsWith("/retakes")) return method === "POST" ? ok(data.retake, 201) : ok({ retakes: [{ ...data.retake, id: "r0" }] });
  return undefined;
}

function play(request: IncomingMessage, response: ServerResponse): void {
  const size = statSync(recording).size;
  const range = /bytes=(\d+)-(\d*)/.exec(request.headers.range ?? "");
  const from = Number(range?.[1] ?? 0);
  const to = range?.[2] ? Number(range[2]) : size - 1;
  response.writeHead(range ? 206 : 200, {
    "Content-Type": "audio/mp4",
    "Accept-Ranges": "bytes",
    "Content-Length": to - from + 1,
    ...(range ? { "Content-Range": `bytes ${from}-${to}/${size}` } : {}),
  });
  createReadStream(recording, { start: from, end: to }).pipe(response);
}

const mock: Plugin = {
  name: "mock-api",
  configureServer(server) {
    server.middlewares.use((request, response, next) => {
      const url = new URL(request.url ?? "/", "http://mock");
      if (url.pathname === "/mock") {
        flags = new Set((url.searchParams.get("flags") ?? "").split(","));
        signedIn = !flags.has("signedout");
        response.end("ok");
        return;
      }
      if (!url.pathname.startsWith("/api/")) {
        next();
        return;
      }
      if (flags.has("offline")) {
        request.socket.destroy();
        return;
      }
      if (url.pathname.endsWith("/recording") && existsSync(recording) && !flags.has("norecording")) {
        play(request, response);
        return;
      }
      const { status, body } = answer(url.pathname, request.method ?? "GET");
      response.writeHead(status, { "Content-Type": "application/json" });
      response.end(JSON.stringify(body));
    });
  },
};

export default defineConfig({ plugins: [react(), mock], server: { port: 5199, strictPort: true, fs: { strict: false } } });
