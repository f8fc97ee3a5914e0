import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { runnerFiles } from "./runnerFiles.ts";

// The development server forwards API calls and the room's socket to a locally running `interview-lab serve`.
const server = process.env["INTERVIEW_LAB_SERVER"] ?? "http://127.0.0.1:8000";

export default defineConfig({
  plugins: [react(), runnerFiles()],
  build: {
    outDir: "../server/static",
    emptyOutDir: true,
    target: "es2022",
    manifest: true, // what each page loads is read from it by a test
    chunkSizeWarningLimit: 400,
  },
  server: {
    proxy: { "/api": { target: server, ws: true } },
  },
  test: {
    environment: "jsdom",
    setupFiles: ["./tests/setup.ts"],
    include: ["src/**/*.test.{ts,tsx}"],
    css: { modules: { classNameStrategy: "non-scoped" } },
    restoreMocks: true,
    testTimeout: 20_000, // the machine may be busy; a hang still fails
  },
});
