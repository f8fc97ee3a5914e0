import { UnstyledButton } from "@mantine/core";
import { useRetakes } from "./context";

interface Props {
  /** Null: the answer belongs to no question. */
  questionId: string | null;
  question: string;
  /** It was not answered in the interview. */
  first?: boolean;
  className: string | undefined;
}

/** Opens the dialog for one question; says how often it was answered again. */
export function AnswerAgain({ questionId, question, first = false, className }: Props) {
  const { possible, count, open } = useRetakes();
  if (questionId === null || !possible(questionId)) return null;
  const done = count(questionId);
  const words = first ? "Answer it now" : "Answer again";
  return (
    <UnstyledButton
      className={className}
      aria-haspopup="dialog"
      aria-label={`${words}: ${question}`}
      onClick={() => open(questionId, question)}
    >
      {words}
      {done > 0 && ` (${done} so far)`}
    </UnstyledButton>
  );
}
