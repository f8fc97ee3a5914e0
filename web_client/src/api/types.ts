/** The JSON that the server and the pages exchange: short names for the generated types (make types). */
import type { components, paths } from "./generated";

type Schemas = components["schemas"];

/** The server writes every field of an answer, nulls included, where its schema only says that there is a default. */
export type Served<T> = T extends (infer Item)[]
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
export type Preferences = Served<Schemas["Preferences"]>;
export type RoleKit = Served<Schemas["RoleKitSummary"]>;

export type CompanyArchetype = Schemas["CompanyArchetype"];
export type ClaimKind = Schemas["ClaimKind"];
export type SkillKind = Schemas["SkillKind"];
export type DocumentKind = Schemas["DocumentKind"];
export type DocumentStatus = Schemas["DocumentStatus"];
export type DocumentFlagKind = Schemas["DocumentFlagKind"];
export type RoleLabel = Served<Schemas["RoleLabelHit"]>;
export type Company = Served<Schemas["CompanyHit"]>;

export type Span = Schemas["Span"];
export type DocumentFlag = Served<Schemas["DocumentFlag"]>;
export type DocumentSummary = Served<Schemas["DocumentSummary"]>;
export type ResumeExtract = Served<Schemas["ResumeExtract"]>;
export type JobExtract = Served<Schemas["JobExtract"]>;
export type DocumentBody = Served<Schemas["Document"]>;

export type NewConfig = Schemas["NewConfig"];
export type Plan = Served<paths["/api/interview/plans/{plan_id}"]["get"]["responses"]["200"]["content"]["application/json"]>;
export type PlanPreview = Served<Schemas["PlanPreview"]>;
export type PlanInterviewer = PlanPreview["interviewers"][number];
export type InterviewSummary = Served<Schemas["InterviewSummary"]>;
/** One interview with what was planned for it. */
export type InterviewBody = Served<Schemas["InterviewBody"]>;
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
export type Agreement = Schemas["Agreement"];
export type JdRequirement = Served<Schemas["JdRequirement"]>;
export type RequirementState = Schemas["RequirementState"];
export type MemoryUpdate = Served<Schemas["MemoryUpdate"]>;
export type RewritePart = Served<Schemas["RewritePart"]>;
export type AnswerPart = Schemas["AnswerPart"];
export type Provenance = Served<Schemas["Provenance"]>;
export type CoachPlan = Served<Schemas["CoachPlan"]>;
export type CoachItem = CoachPlan["plan"][number]["items"][number];
export type NextBest = CoachPlan["nextBest"][number];
export type PracticeKind = Schemas["PracticeKind"];
export type WeaknessState = Schemas["WeaknessState"];
export type WeaknessChange = Schemas["WeaknessChange"];
export type TurnNote = Served<Schemas["TurnNote"]>;
export type TurnTaking = Served<Schemas["TurnTaking"]>;

export type PracticeItem = Served<Schemas["PracticeItem"]>;
export type Practice = Served<paths["/api/coach/plan"]["get"]["responses"]["200"]["content"]["application/json"]>;

export type Skill = Served<Schemas["Skill"]>;
export type Weakness = Skill["issues"][number];
export type WeaknessProof = Weakness["proofs"][number];
export type Memory = Served<Schemas["MemoryBody"]>;

export type DrillList = Served<Schemas["DrillList"]>;
export type Drill = DrillList["drills"][number];
export type DrillAttempt = Served<Schemas["NotedAttempt"]>;
export type DrillTries = Served<Schemas["AttemptList"]>;
export type DrillKind = Schemas["DrillKind"];

export type RetakeList = Served<Schemas["RetakeList"]>;
export type Retake = RetakeList["retakes"][number];
export type RetakeSide = Retake["before"];
export type RetakeLine = Retake["lines"][number];

export type ExerciseList = Served<Schemas["ExerciseList"]>;
export type ExerciseCard = ExerciseList["items"][number];
export type ExerciseBody = Served<Schemas["ExerciseBody"]>;
export type NewExercisePractice = Schemas["NewPractice"];
export type ExerciseReplay = Served<Schemas["ExerciseReplay"]>;
export type ExerciseMoment = ExerciseReplay["moments"][number];
export type ExerciseResult = Served<Schemas["ExerciseResult"]>;
export type ExerciseMode = Schemas["ExerciseMode"];
export type CodeLanguage = Schemas["CodeLanguage"];
export type CaseType = Schemas["CaseType"];
export type Difficulty = Schemas["Difficulty"];
