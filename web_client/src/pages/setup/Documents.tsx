/** Job description and résumé: optional, folded away until wanted. */
import { FileButton, Button, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { Disclosure } from "../../components/Disclosure";
import type { SetupFormState } from "./SetupForm";
import { readTextFile } from "./readTextFile";
import styles from "./SetupPage.module.css";

interface JobProps {
  form: SetupFormState;
  kitName: string;
  opened: boolean;
}

export function JobDescription({ form, kitName, opened }: JobProps) {
  const { values, errors } = form;
  const filled = values.jd_text !== "" || values.company !== "" || values.role_title !== "";
  const [wanted, setWanted] = useState(opened || filled);
  const wrong = ["jd_text", "company", "role_title"].some((field) => errors[field] !== undefined);
  return (
    <Disclosure summary="Add the job description" open={wanted || wrong} onToggle={setWanted}>
      <div className={styles.document}>
        <div className={styles.two}>
          <TextInput label="Job title" placeholder={kitName} autoComplete="off" {...form.getInputProps("role_title")} />
          <TextInput label="Company" placeholder="Optional" autoComplete="organization" {...form.getInputProps("company")} />
        </div>
        <Textarea
          label="Job description"
          description="Paste the advertisement. The interviewer asks about what it requires, and the report says what you covered."
          rows={9}
          {...form.getInputProps("jd_text")}
        />
      </div>
    </Disclosure>
  );
}

export function Resume({ form }: { form: SetupFormState }) {
  const [wanted, setWanted] = useState(form.values.resume_text !== "");
  const [problem, setProblem] = useState<string | null>(null);
  const [source, setSource] = useState<string | null>(null);
  const wrong = form.errors["resume_text"] !== undefined;

  const take = async (file: File | null): Promise<void> => {
    if (file === null) return;
    const read = await readTextFile(file);
    setProblem("error" in read ? read.error : null);
    setSource("text" in read ? file.name : null);
    if ("text" in read) form.setFieldValue("resume_text", read.text);
  };

  return (
    <Disclosure summary="Add your résumé" open={wanted || wrong} onToggle={setWanted}>
      <div className={styles.document}>
        <Textarea
          label="Résumé"
          description="Paste its text, or open a .txt or .md file. The interviewer asks about what you claim in it."
          rows={9}
          {...form.getInputProps("resume_text")}
        />
        <div className={styles.file}>
          <FileButton accept=".txt,.md,.markdown,text/plain,text/markdown" onChange={(file) => void take(file)}>
            {(props) => (
              <Button {...props} variant="default" size="sm">
                Open a text file
              </Button>
            )}
          </FileButton>
          <span role="status" className={problem === null ? undefined : styles.fileError}>
            {problem ?? (source === null ? "" : `Read from ${source}. You can edit it.`)}
          </span>
        </div>
      </div>
    </Disclosure>
  );
}
