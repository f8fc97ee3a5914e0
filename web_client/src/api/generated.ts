/* Written by `make types`; change the Python side instead. */

export interface paths {
    "/api/auth/local-owner": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Local Owner */
        post: operations["accounts_local_owner"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Login */
        post: operations["accounts_login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Logout */
        post: operations["accounts_logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Me */
        get: operations["accounts_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Register */
        post: operations["accounts_register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/interview/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List Own */
        get: operations["interviews_list_own"];
        put?: never;
        /** Create */
        post: operations["interviews_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/interview/sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read */
        get: operations["interviews_read"];
        put?: never;
        post?: never;
        /** Delete */
        delete: operations["interviews_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/interview/sessions/{session_id}/recording": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Recording
         * @description The recording, whole or by Range.
         */
        get: operations["interviews_recording"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/interview/sessions/{session_id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Report */
        get: operations["reports_report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/interview/sessions/{session_id}/report/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Retry */
        post: operations["reports_retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/interview/sessions/{session_id}/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Token */
        post: operations["interviews_token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/interview/sessions/{session_id}/transcript": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Transcript */
        get: operations["reports_transcript"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete */
        delete: operations["accounts_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export
         * @description A zip of everything; README.txt in it says what is what.
         */
        get: operations["accounts_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/role-kits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Role Kits */
        get: operations["role_kits_role_kits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Status */
        get: operations["status_status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** Analysis */
        Analysis: {
            /**
             * Answerrewrites
             * @default []
             */
            answerRewrites: components["schemas"]["AnswerRewrite"][];
            /** Dimensionscores */
            dimensionScores: components["schemas"]["DimensionScore"][];
            /**
             * Droppedclaims
             * @default 0
             */
            droppedClaims: number;
            /**
             * @default {
             *       "matchedSkills": [],
             *       "missingSkills": [],
             *       "riskFlags": [],
             *       "priorityGaps": []
             *     }
             */
            jdMatch: components["schemas"]["JdMatch"];
            /**
             * @default {
             *       "newRecurringIssues": [],
             *       "resolvedIssues": [],
             *       "recommendedFocusNext": "",
             *       "commonIssues": [],
             *       "newStrengths": [],
             *       "nextBestAction": ""
             *     }
             */
            memoryUpdate: components["schemas"]["MemoryUpdate"];
            /**
             * Nextactions
             * @default []
             */
            nextActions: components["schemas"]["NextAction"][];
            overall: components["schemas"]["Overall"];
            /**
             * Practiceplan7D
             * @default []
             */
            practicePlan7d: components["schemas"]["PracticeDay"][];
            provenance: components["schemas"]["Provenance"];
            /**
             * Turnnotes
             * @default []
             */
            turnNotes: components["schemas"]["TurnNote"][];
            /** @default {} */
            turnTaking: components["schemas"]["TurnTaking"];
            /**
             * Unanswered
             * @default []
             */
            unanswered: string[];
        };
        /** AnswerRewrite */
        AnswerRewrite: {
            /** Betteranswer */
            betterAnswer: string;
            /** Question */
            question: string;
            /** Whybetter */
            whyBetter: string;
            /** Youranswer */
            yourAnswer: string;
        };
        /**
         * AnswerStrength
         * @enum {string}
         */
        AnswerStrength: "strong" | "weak" | "vague";
        /**
         * Browser
         * @description Who is signed in, and the token that this browser must send with every change.
         */
        Browser: {
            /** Csrf Token */
            csrf_token: string;
            user: components["schemas"]["Me"] | null;
        };
        /**
         * Capability
         * @description What is on and, where it is off, why and how to switch it on.
         */
        Capability: {
            /** Detail */
            detail: string;
            /** On */
            on: boolean;
        };
        /** DimensionScore */
        DimensionScore: {
            /** Anchor */
            anchor?: number | null;
            /** Anchortext */
            anchorText?: string | null;
            /** Confidence */
            confidence?: ("low" | "medium" | "high") | null;
            /**
             * Evidence
             * @default []
             */
            evidence: components["schemas"]["Evidence"][];
            /**
             * Fixes
             * @default []
             */
            fixes: components["schemas"]["Fix"][];
            /** Key */
            key: string;
            /** Name */
            name: string;
            /** Note */
            note?: string | null;
            /** Score */
            score?: number | null;
            /** Spread */
            spread?: number | null;
        };
        /**
         * ErrorBody
         * @description What every refused request answers.
         */
        ErrorBody: {
            error: components["schemas"]["ErrorDetail"];
        };
        /** ErrorDetail */
        ErrorDetail: {
            /** Code */
            code: string;
            /** Fields */
            fields?: {
                [key: string]: string;
            } | null;
            /** Message */
            message: string;
        };
        /**
         * Evidence
         * @description A quote of at most 25 words that code found in the candidate's own turn.
         */
        Evidence: {
            /**
             * Approximate
             * @default false
             */
            approximate: boolean;
            /** Ends */
            endS: number | null;
            /** Quote */
            quote: string;
            /** Starts */
            startS: number | null;
            /** Turnindex */
            turnIndex: number;
            /** Why */
            why: string;
            /** Wordend */
            wordEnd: number;
            /** Wordstart */
            wordStart: number;
        };
        /**
         * Farewell
         * @description Accounts with a password give it once more.
         */
        Farewell: {
            /** Password */
            password?: string | null;
        };
        /** Fix */
        Fix: {
            /** How */
            how: string;
            /** Title */
            title: string;
        };
        /**
         * HireSignal
         * @description Specification 12.2; it stands where 7.4 disagrees.
         * @enum {string}
         */
        HireSignal: "strong_hire" | "hire" | "lean_hire" | "lean_no_hire" | "no_hire";
        /** InterviewPage */
        InterviewPage: {
            /** Items */
            items: components["schemas"]["InterviewSummary"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * InterviewStatus
         * @description Life of one interview session.
         * @enum {string}
         */
        InterviewStatus: "created" | "live" | "paused" | "ended" | "abandoned";
        /** InterviewSummary */
        InterviewSummary: {
            /** Company */
            company: string | null;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Ended At */
            ended_at: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            interview_type: components["schemas"]["InterviewType"];
            /**
             * Look
             * @enum {string}
             */
            look: "maya" | "daniel" | "amara";
            /** Minutes */
            minutes: number;
            /** Overall Score */
            overall_score: number | null;
            readiness: components["schemas"]["Readiness"] | null;
            /** Record */
            record: boolean;
            report_status: components["schemas"]["ReportStatus"];
            /** Role Kit */
            role_kit: string;
            /** Role Title */
            role_title: string;
            seniority: components["schemas"]["Seniority"];
            /** Started At */
            started_at: string | null;
            status: components["schemas"]["InterviewStatus"];
            style: components["schemas"]["Style"];
        };
        /**
         * InterviewType
         * @enum {string}
         */
        InterviewType: "hr" | "hiring_manager" | "technical" | "panel";
        /** JdMatch */
        JdMatch: {
            /**
             * Matchedskills
             * @default []
             */
            matchedSkills: string[];
            /**
             * Missingskills
             * @default []
             */
            missingSkills: string[];
            /**
             * Prioritygaps
             * @default []
             */
            priorityGaps: string[];
            /**
             * Riskflags
             * @default []
             */
            riskFlags: string[];
        };
        /** Login */
        Login: {
            /** Email */
            email: string;
            /** Password */
            password: string;
        };
        /** Me */
        Me: {
            /** Email */
            email: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            role: components["schemas"]["UserRole"];
        };
        /**
         * MemoryUpdate
         * @description 12.2's names, with 7.4's beside them.
         */
        MemoryUpdate: {
            /**
             * Commonissues
             * @default []
             */
            commonIssues: string[];
            /**
             * Newrecurringissues
             * @default []
             */
            newRecurringIssues: string[];
            /**
             * Newstrengths
             * @default []
             */
            newStrengths: string[];
            /**
             * Nextbestaction
             * @default
             */
            nextBestAction: string;
            /**
             * Recommendedfocusnext
             * @default
             */
            recommendedFocusNext: string;
            /**
             * Resolvedissues
             * @default []
             */
            resolvedIssues: string[];
        };
        /**
         * MissingPiece
         * @enum {string}
         */
        MissingPiece: "context" | "ownership" | "metric" | "tradeoff" | "result" | "reflection";
        /**
         * NewSession
         * @description What the candidate chose. `consent`: they read what is kept and agreed; nothing starts without it.
         */
        NewSession: {
            /** Company */
            company?: string | null;
            /**
             * Consent
             * @constant
             */
            consent: true;
            interview_type: components["schemas"]["InterviewType"];
            /** Jd Text */
            jd_text?: string | null;
            /**
             * Look
             * @default maya
             * @enum {string}
             */
            look: "maya" | "daniel" | "amara";
            /**
             * Minutes
             * @default 10
             */
            minutes: number;
            /**
             * Record
             * @default false
             */
            record: boolean;
            /** Resume Text */
            resume_text?: string | null;
            /** Role Kit */
            role_kit: string;
            /** Role Title */
            role_title?: string | null;
            seniority: components["schemas"]["Seniority"];
            /** @default neutral */
            style: components["schemas"]["Style"];
        };
        /** NextAction */
        NextAction: {
            /** Details */
            details: string;
            /** Estimatedminutes */
            estimatedMinutes: number;
            /** Title */
            title: string;
            /**
             * Type
             * @enum {string}
             */
            type: "practice" | "exercise" | "resume_fix";
        };
        /** Overall */
        Overall: {
            /**
             * Explanation
             * @default
             */
            explanation: string;
            hireSignal?: components["schemas"]["HireSignal"] | null;
            readiness?: components["schemas"]["Readiness"] | null;
            /** Score */
            score?: number | null;
        };
        /** PracticeDay */
        PracticeDay: {
            /** Day */
            day: number;
            /** Exerciseid */
            exerciseId?: string | null;
            /** Focus */
            focus: string;
            /** Session */
            session: string;
        };
        /**
         * Provenance
         * @description Who judged.
         */
        Provenance: {
            /** Evaluator */
            evaluator: string;
            /** Evaluatorversion */
            evaluatorVersion: string;
            /** Model */
            model?: string | null;
            /** Prompt */
            prompt?: string | null;
            /** Promptversion */
            promptVersion?: string | null;
        };
        /**
         * Question
         * @description Why this was asked. `asks_for` is the missing piece that a probe wants; `at_s` on the interview's clock.
         */
        Question: {
            asks_for: components["schemas"]["MissingPiece"] | null;
            /** At S */
            at_s: number;
            kind: components["schemas"]["QuestionKind"];
            /** Pattern Key */
            pattern_key: string | null;
            /** Phase Id */
            phase_id: string;
            /** Question Id */
            question_id: string;
            /** Reason */
            reason: string;
            /** Text */
            text: string;
        };
        /**
         * QuestionKind
         * @description What sort of answer a question invites; the ear's patience follows it.
         * @enum {string}
         */
        QuestionKind: "closed" | "numeric" | "short" | "story" | "invitation";
        /**
         * Readiness
         * @enum {string}
         */
        Readiness: "not_ready" | "borderline" | "ready";
        /** Registration */
        Registration: {
            /** Email */
            email: string;
            /** Name */
            name: string;
            /** Password */
            password: string;
        };
        /** Report */
        Report: {
            analysis: components["schemas"]["Analysis"] | null;
            status: components["schemas"]["ReportStatus"];
            /** Steps */
            steps: components["schemas"]["Step"][];
            /** Turn Notes */
            turn_notes: components["schemas"]["TurnNote"][];
        };
        /**
         * ReportStatus
         * @description State of an interview's report as a whole.
         * @enum {string}
         */
        ReportStatus: "none" | "pending" | "running" | "done" | "failed";
        /**
         * RoleCategory
         * @enum {string}
         */
        RoleCategory: "swe" | "data" | "pm" | "design" | "sales" | "marketing" | "ops" | "finance" | "consulting" | "people" | "support" | "security" | "quant";
        /** RoleKitSummary */
        RoleKitSummary: {
            /** Default Interview Types */
            default_interview_types: components["schemas"]["InterviewType"][];
            /** Description */
            description: string;
            /** Domain */
            domain: string;
            /** Estimated Duration */
            estimated_duration: number;
            /** Key */
            key: string;
            level: components["schemas"]["Seniority"];
            /** Name */
            name: string;
            role_category: components["schemas"]["RoleCategory"];
            /** Skills Focus */
            skills_focus: string[];
        };
        /**
         * RoomAdmission
         * @description Opens the room of one interview for one user, for a few minutes.
         */
        RoomAdmission: {
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Room Url */
            room_url: string;
            /** Token */
            token: string;
        };
        /**
         * Seniority
         * @enum {string}
         */
        Seniority: "entry" | "mid" | "senior";
        /**
         * Speaker
         * @enum {string}
         */
        Speaker: "interviewer" | "candidate";
        /**
         * Status
         * @description GET /api/status.
         */
        Status: {
            evaluator: components["schemas"]["Capability"];
            /** Local Door */
            local_door: boolean;
            model: components["schemas"]["Capability"];
            transcription: components["schemas"]["Capability"];
            /** Version */
            version: string;
            voice: components["schemas"]["Capability"];
        };
        /** Step */
        Step: {
            /** Error */
            error: string | null;
            /** Label */
            label: string;
            /** Name */
            name: string;
            status: components["schemas"]["StepStatus"];
        };
        /**
         * StepStatus
         * @description State of one step of the evaluation, as the report page shows it.
         * @enum {string}
         */
        StepStatus: "pending" | "running" | "done" | "failed";
        /**
         * Style
         * @enum {string}
         */
        Style: "friendly" | "neutral" | "stress";
        /** TranscriptBody */
        TranscriptBody: {
            /** Questions */
            questions: components["schemas"]["Question"][];
            /** Turns */
            turns: components["schemas"]["Turn"][];
        };
        /**
         * Turn
         * @description One uninterrupted contribution of one speaker, as it was heard.
         */
        Turn: {
            /** End S */
            end_s: number;
            /** Index */
            index: number;
            /**
             * Interrupted
             * @default false
             */
            interrupted: boolean;
            /** Interviewer */
            interviewer?: string | null;
            /** Question Id */
            question_id?: string | null;
            speaker: components["schemas"]["Speaker"];
            /** Start S */
            start_s: number;
            /** Text */
            text: string;
            /**
             * Typed
             * @default false
             */
            typed: boolean;
            /**
             * Words
             * @default []
             */
            words: components["schemas"]["Word"][];
        };
        /**
         * TurnNote
         * @description What was read from one answer, ready before the rest of the report.
         */
        TurnNote: {
            /** Metrics */
            metrics: string[];
            /** Missing */
            missing: components["schemas"]["MissingPiece"][];
            /** Note */
            note: string;
            /** Question */
            question: string;
            /** Questionid */
            questionId: string | null;
            strength: components["schemas"]["AnswerStrength"];
            /** Turnindex */
            turnIndex: number;
        };
        /**
         * TurnTaking
         * @description Figures of this interview's conversation; null where it was not measured.
         */
        TurnTaking: {
            /** Bargeins */
            bargeIns?: number | null;
            /** Candidategapp50S */
            candidateGapP50S?: number | null;
            /** Candidatetalks */
            candidateTalkS?: number | null;
            /** Cutoffs */
            cutOffs?: number | null;
            /** Falseinterruptions */
            falseInterruptions?: number | null;
            /** Fillercount */
            fillerCount?: number | null;
            /** Interviewertalks */
            interviewerTalkS?: number | null;
            /** Longpauses */
            longPauses?: number | null;
            /** Overlaps */
            overlaps?: number | null;
            /** Responsegapp50S */
            responseGapP50S?: number | null;
            /** Responsegapp95S */
            responseGapP95S?: number | null;
            /** Talkshare */
            talkShare?: number | null;
            /** Wordsperminute */
            wordsPerMinute?: number | null;
        };
        /**
         * UserRole
         * @enum {string}
         */
        UserRole: "candidate" | "recruiter" | "admin";
        /**
         * Word
         * @description One recognised word. Seconds count from the start of the interview's clock, as in the recording.
         */
        Word: {
            /** Confidence */
            confidence?: number | null;
            /** End S */
            end_s: number;
            /** Start S */
            start_s: number;
            /** Text */
            text: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    accounts_local_owner: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Client Error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Server Error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Browser"];
                };
            };
        };
    };
    accounts_login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Login"];
            };
        };
        responses: {
            /** @description Client Error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Server Error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Browser"];
                };
            };
        };
    };
    accounts_logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Client Error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Server Error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Browser"];
                };
            };
        };
    };
    accounts_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Client Error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Server Error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Browser"];
                };
            };
        };
    };
    accounts_register: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Registration"];
            };
        };
        responses: {
            /** @description Client Error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Server Error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Browser"];
                };
            };
        };
    };
    interviews_list_own: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Client Error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Server Error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InterviewPage"];
                };
            };
        };
    };
    interviews_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSession"];
            };
        };
        responses: {
            /** @description Client Error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Server Error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InterviewSummary"];
                };
            };
        };
    };
    interviews_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Client Error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Server Error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InterviewSummary"];
                };
            };
        };
    };
    interviews_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Client Error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Server Error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    interviews_recording: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Client Error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Server Error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The asked part of it */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    reports_report: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Client Error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Server Error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
        };
    };
    reports_retry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Client Error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Server Error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Successful Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
        };
    };
    interviews_token: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Client Error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Server Error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomAdmission"];
                };
            };
        };
    };
    reports_transcript: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Client Error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Server Error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TranscriptBody"];
                };
            };
        };
    };
    accounts_delete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Farewell"] | null;
            };
        };
        responses: {
            /** @description Client Error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Server Error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    accounts_export: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Client Error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Server Error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    role_kits_role_kits: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Client Error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Server Error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleKitSummary"][];
                };
            };
        };
    };
    status_status: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Client Error */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Server Error */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorBody"];
                };
            };
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Status"];
                };
            };
        };
    };
}
