import { useQuery } from "@tanstack/react-query";
import { useMemo, useState, type ReactNode } from "react";
import { retakesQuery } from "../../../api/retakes";
import type { AskedQuestion, InterviewSummary } from "../../../api/types";
import { isOpen } from "../../../lib/interviews";
import { RetakeContext } from "./context";
import { RetakeDialog, type Asked } from "./RetakeDialog";

interface Props {
  interview: InterviewSummary;
  questions: readonly AskedQuestion[];
  children: ReactNode;
}

export function RetakeProvider({ interview, questions, children }: Props) {
  const over = !isOpen(interview);
  const { data } = useQuery({ ...retakesQuery(interview.id), enabled: over });
  const [asked, setAsked] = useState<Asked | null>(null);
  const retakes = useMemo(
    () => ({
      possible: (id: string) => over && questions.some((question) => question.question_id === id && question.kind !== "invitation"),
      count: (questionId: string) => data?.filter((one) => one.question_id === questionId).length ?? 0,
      open: (id: string, text: string) => setAsked({ id, text }),
    }),
    [over, questions, data],
  );
  return (
    <RetakeContext value={retakes}>
      {children}
      <RetakeDialog sessionId={interview.id} asked={asked} onClose={() => setAsked(null)} />
    </RetakeContext>
  );
}
