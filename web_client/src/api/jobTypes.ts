/** The JSON of the tracker's routes: short names for the generated types (make types). */
import type { components, operations } from "./generated";
import type { Served } from "./types";

type Schemas = components["schemas"];

export type JobStatus = Schemas["JobStatus"];
export type OutcomeKind = Schemas["OutcomeKind"];

export type JobOutcome = Schemas["JobOutcome"];
export type StatusChange = Served<Schemas["StatusChange"]>;
export type PostedJob = Served<Schemas["PostedJob"]>;
export type JobReadiness = Served<Schemas["JobReadiness"]>;
export type ReadinessPart = JobReadiness["parts"][number];
export type ReadinessStep = JobReadiness["steps"][number];
export type JobCard = Served<Schemas["JobCard"]>;
export type JobPractice = Served<Schemas["JobPractice"]>;
export type Job = Served<Schemas["JobBody"]>;
export type JobList = Served<Schemas["JobPage"]>;
export type JobImport = Served<Schemas["ImportBody"]>;

/** A field that is not sent stays. Where the server has a default, none needs to be sent. */
export type JobChange = Partial<Schemas["JobUpdate"]>;
export type NewJob = Partial<Schemas["NewJobBody"]>;
export type BulkChange = Schemas["BulkBody"];

type ServerSort = NonNullable<NonNullable<operations["jobs_jobs"]["parameters"]["query"]>["sort"]>;
export type JobSort = ServerSort | "readiness";

/** What the tracker is searched by. */
export interface JobSearch {
  status?: JobStatus;
  text?: string;
  tag?: string;
  archived?: true;
  sort?: JobSort;
}
