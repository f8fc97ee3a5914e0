/** The JSON that the server and the pages exchange: short names for the generated types (make types). */
import type { components } from "./generated";

type Schemas = components["schemas"];

/** The server writes every field of an answer, nulls included, where its schema only says that there is a default. */
type Served<T> = T extends (infer Item)[]
  ? Served<Item>[]
  : T extends object
    ? { [Key in keyof T]-?: Served<Exclude<T[Key], undefined>> }
    : T;

export type Readiness = Schemas["Readiness"];
export type HireSignal = Schemas["HireSignal"];
export type Seniority = Schemas["Seniority"];
export type InterviewType = Schemas["InterviewType"];
export type Style = Schemas["Style"];
export type InterviewStatus = Schemas["InterviewStatus"];
export type ReportStatus = Schemas["ReportStatus"];
export type StepStatus = Schemas["StepStatus"];
export type AnswerStrength = Schemas["AnswerStrength"];
export type MissingPiece = Schemas["MissingPiece"];

export type Capability = Served<Schemas["Capability"]>;
export type SystemStatus = Served<Schemas["Status"]>;
export type User = Served<Schemas["Me"]>;
export type Me = Served<Schemas["Browser"]>;
export type RoleKit = Served<Schemas["RoleKitSummary"]>;

export type NewInterview = Schemas["NewSession"];
export type InterviewSummary = Served<Schemas["InterviewSummary"]>;
export type InterviewPage = Served<Schemas["InterviewPage"]>;
export type Look = InterviewSummary["look"];

export type Word = Served<Schemas["Word"]>;
export type Turn = Served<Schemas["Turn"]>;
export type AskedQuestion = Served<Schemas["Question"]>;
export type Transcript = Served<Schemas["TranscriptBody"]>;

export type Report = Served<Schemas["Report"]>;
export type ReportStep = Served<Schemas["Step"]>;
export type Analysis = Served<Schemas["Analysis"]>;
export type DimensionScore = Served<Schemas["DimensionScore"]>;
export type Evidence = Served<Schemas["Evidence"]>;
export type JdMatch = Served<Schemas["JdMatch"]>;
export type AnswerRewrite = Served<Schemas["AnswerRewrite"]>;
export type NextAction = Served<Schemas["NextAction"]>;
export type TurnNote = Served<Schemas["TurnNote"]>;
export type TurnTaking = Served<Schemas["TurnTaking"]>;
