/** The pages and who may open them. Every page is its own chunk. */
import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  type RouterHistory,
} from "@tanstack/react-router";
import { meQuery } from "../api/queries";
import { PageError } from "./PageError";
import { PagePending } from "./PagePending";
import { RootLayout } from "./RootLayout";
import { NotFoundPage } from "../pages/NotFoundPage";
import { makeQueryClient } from "./queryClient";
import { readSearch } from "../pages/exercises/filter";
import { readJobsSearch } from "../pages/jobs/filter";
import { readResultsSearch } from "../pages/results/filter";
import { safeNext } from "./next";

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: RootLayout,
  errorComponent: PageError,
  notFoundComponent: NotFoundPage,
});

const welcome = createRoute({
  getParentRoute: () => root,
  path: "/welcome",
  validateSearch: (search: Record<string, unknown>): { next?: string } => {
    const next = safeNext(search["next"]);
    return next === null ? {} : { next };
  },
  beforeLoad: async ({ context, search }) => {
    const me = await context.queryClient.query({ ...meQuery, staleTime: "static" });
    if (me.user !== null) throw redirect({ to: search.next ?? "/" });
  },
  component: lazyRouteComponent(() => import("../pages/welcome/WelcomePage")),
});

const signedIn = createRoute({
  getParentRoute: () => root,
  id: "signed-in",
  beforeLoad: async ({ context, location }) => {
    const me = await context.queryClient.query({ ...meQuery, staleTime: "static" });
    if (me.user === null) throw redirect({ to: "/welcome", search: location.href === "/" ? {} : { next: location.href } });
  },
});

/** The room fills the window: no header, no footer. */
const room = createRoute({
  getParentRoute: () => signedIn,
  path: "/interviews/$sessionId/room",
  component: lazyRouteComponent(() => import("../room/RoomPage")),
});

const Shell = lazyRouteComponent(() => import("./Shell"));
const shell = createRoute({ getParentRoute: () => signedIn, id: "shell", component: Shell });
const openShell = createRoute({ getParentRoute: () => root, id: "open-shell", component: Shell });

const home = createRoute({
  getParentRoute: () => shell,
  path: "/",
  component: lazyRouteComponent(() => import("../pages/home/HomePage")),
});
const interviews = createRoute({
  getParentRoute: () => shell,
  path: "/interviews",
  component: lazyRouteComponent(() => import("../pages/interviews/InterviewsPage")),
});

export interface SetupSearch {
  kit?: string;
  /** An earlier interview whose settings are taken over. */
  from?: string;
  /** Opens on the job description. */
  jd?: true;
  /** The plan that is looked at; without it the choices. */
  plan?: string;
}

const setup = createRoute({
  getParentRoute: () => shell,
  path: "/interviews/new",
  validateSearch: (search: Record<string, unknown>): SetupSearch => ({
    ...(typeof search["kit"] === "string" ? { kit: search["kit"] } : {}),
    ...(typeof search["from"] === "string" ? { from: search["from"] } : {}),
    ...(search["jd"] === true ? { jd: true as const } : {}),
    ...(typeof search["plan"] === "string" ? { plan: search["plan"] } : {}),
  }),
  component: lazyRouteComponent(() => import("../pages/setup/SetupPage")),
});
const report = createRoute({
  getParentRoute: () => shell,
  path: "/interviews/$sessionId/report",
  // A turn that the page opens at.
  validateSearch: (search: Record<string, unknown>): { turn?: number } => {
    const turn = search["turn"];
    return typeof turn === "number" && Number.isInteger(turn) && turn >= 0 ? { turn } : {};
  },
  component: lazyRouteComponent(() => import("../pages/report/ReportPage")),
});
const interview = createRoute({
  getParentRoute: () => shell,
  path: "/interviews/$sessionId",
  beforeLoad: ({ params }) => {
    throw redirect({ to: "/interviews/$sessionId/report", params });
  },
});
const practice = createRoute({
  getParentRoute: () => shell,
  path: "/practice",
  component: lazyRouteComponent(() => import("../pages/practice/PracticePage")),
});
const exercises = createRoute({
  getParentRoute: () => shell,
  path: "/exercises",
  validateSearch: readSearch,
  component: lazyRouteComponent(() => import("../pages/exercises/ExercisesPage")),
});
const exercise = createRoute({
  getParentRoute: () => shell,
  path: "/exercises/$key",
  component: lazyRouteComponent(() => import("../pages/exercises/ExercisePage")),
});
const jobs = createRoute({
  getParentRoute: () => shell,
  path: "/jobs",
  validateSearch: readJobsSearch,
  component: lazyRouteComponent(() => import("../pages/jobs/JobsPage")),
});
const job = createRoute({
  getParentRoute: () => shell,
  path: "/jobs/$jobId",
  component: lazyRouteComponent(() => import("../pages/job/JobPage")),
});
const results = createRoute({
  getParentRoute: () => shell,
  path: "/results",
  validateSearch: readResultsSearch,
  component: lazyRouteComponent(() => import("../pages/results/ResultsPage")),
});
const progress = createRoute({
  getParentRoute: () => shell,
  path: "/progress",
  component: lazyRouteComponent(() => import("../pages/progress/ProgressPage")),
});
const documents = createRoute({
  getParentRoute: () => shell,
  path: "/documents",
  component: lazyRouteComponent(() => import("../pages/documents/DocumentsPage")),
});
const document = createRoute({
  getParentRoute: () => shell,
  path: "/documents/$documentId",
  component: lazyRouteComponent(() => import("../pages/document/DocumentPage")),
});
const settings = createRoute({
  getParentRoute: () => shell,
  path: "/settings",
  component: lazyRouteComponent(() => import("../pages/settings/SettingsPage")),
});
const status = createRoute({
  getParentRoute: () => openShell,
  path: "/status",
  component: lazyRouteComponent(() => import("../pages/status/StatusPage")),
});

const routeTree = root.addChildren([
  welcome,
  openShell.addChildren([status]),
  signedIn.addChildren([room, shell.addChildren([home, jobs, job, results, progress, interviews, setup, report, interview, practice, exercises, exercise, documents, document, settings])]),
]);

export function makeRouter(queryClient: QueryClient, history?: RouterHistory) {
  return createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: "intent",
    defaultPendingComponent: PagePending,
    defaultErrorComponent: PageError,
    defaultNotFoundComponent: NotFoundPage,
    scrollRestoration: true,
    ...(history ? { history } : {}),
  });
}

export function makeApp(history?: RouterHistory) {
  const queryClient = makeQueryClient(() => {
    // Only a session that was there can end: visitors stay where they are.
    if (queryClient.getQueryData(meQuery.queryKey)?.user == null) return;
    queryClient.setQueryData(meQuery.queryKey, (me) => me && { ...me, user: null });
    const { href } = router.state.location;
    void router.navigate({ to: "/welcome", search: { next: href } });
  });
  const router = makeRouter(queryClient, history);
  return { router, queryClient };
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
