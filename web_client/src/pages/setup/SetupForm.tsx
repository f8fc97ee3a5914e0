import { useForm, type UseFormReturnType } from "@mantine/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { ApiError } from "../../api/client";
import { createInterview, interviewQuery } from "../../api/queries";
import type { RoleKit } from "../../api/types";
import { Choice } from "../../components/Choice";
import { Face } from "../../components/Face";
import { lookNames, seniorityWords, styleWords, typeWords } from "../../lib/words";
import { clearDraft, kitDefaults, minuteChoices, toRequest, writeDraft, type SetupValues } from "./draft";
import { JobDescription, Resume } from "./Documents";
import styles from "./SetupPage.module.css";
import { StartPanel } from "./StartPanel";

export type SetupFormState = UseFormReturnType<SetupValues>;

const looks = ["maya", "daniel", "amara"] as const;
const seniorities = ["entry", "mid", "senior"] as const;
const types = ["hr", "hiring_manager", "technical", "panel"] as const;
const manners = ["friendly", "neutral", "stress"] as const;

interface Props {
  kits: readonly RoleKit[];
  initial: SetupValues;
  /** The job description stands open from the start. */
  withJob: boolean;
}

export function SetupForm({ kits, initial, withJob }: Props) {
  const form = useForm<SetupValues>({ initialValues: initial, onValuesChange: writeDraft });
  const sections = useRef<HTMLDivElement>(null);
  const create = useStart(form);
  const { values, errors } = form;

  useEffect(() => {
    // A refused field is brought into view with the focus on it.
    if (Object.keys(errors).length > 0) sections.current?.querySelector<HTMLElement>("[aria-invalid=true], [data-invalid] input")?.focus();
  }, [errors]);

  return (
    <div className={styles.form}>
      <div className={styles.sections} ref={sections}>
        <section className={styles.section} aria-label="The role">
          <Choice
            legend="Which role?"
            value={values.role_kit}
            error={errors["role_kit"]}
            onChange={(key) => form.setValues(kitDefaults(kits.find((kit) => kit.key === key)))}
            options={kits.map((kit) => ({ value: kit.key, label: kit.name, note: kit.description }))}
          />
          <div className={styles.documents}>
            <JobDescription form={form} opened={withJob} kitName={kits.find((kit) => kit.key === values.role_kit)?.name ?? ""} />
            <Resume form={form} />
          </div>
        </section>
        <section className={styles.section} aria-label="The interview">
          <Choice
            legend="What kind of interview?"
            value={values.interview_type}
            error={errors["interview_type"]}
            onChange={(value) => form.setFieldValue("interview_type", value)}
            options={types.map((value) => ({ value, label: typeWords[value].title, note: typeWords[value].meaning }))}
          />
          <div className={styles.pair}>
            <Choice
              legend="Your level"
              layout="row"
              value={values.seniority}
              error={errors["seniority"]}
              onChange={(value) => form.setFieldValue("seniority", value)}
              options={seniorities.map((value) => ({ value, label: seniorityWords[value] }))}
            />
            <Choice
              legend="Minutes"
              layout="row"
              value={String(values.minutes)}
              error={errors["minutes"]}
              onChange={(value) => form.setFieldValue("minutes", Number(value))}
              options={minuteChoices.map((value) => ({ value: String(value), label: value }))}
            />
          </div>
        </section>
        <section className={styles.section} aria-label="The interviewer">
          <Choice
            legend="Who interviews you?"
            layout="pictures"
            value={values.look}
            error={errors["look"]}
            onChange={(value) => form.setFieldValue("look", value)}
            options={looks.map((value) => ({ value, label: lookNames[value], picture: <Face look={value} /> }))}
          />
          <Choice
            legend="In what manner?"
            value={values.style}
            error={errors["style"]}
            onChange={(value) => form.setFieldValue("style", value)}
            options={manners.map((value) => ({ value, label: styleWords[value].title, note: styleWords[value].meaning }))}
          />
        </section>
      </div>
      <StartPanel
        values={values}
        kitName={kits.find((kit) => kit.key === values.role_kit)?.name ?? ""}
        starting={create.isPending || create.isSuccess ? (create.variables ? "recorded" : "unrecorded") : null}
        error={create.error instanceof ApiError && Object.keys(create.error.fields).length > 0 ? null : create.error}
        onStart={(record) => create.mutate(record)}
      />
    </div>
  );
}

/** Creates the interview (the argument: with recording) and walks into its room. */
function useStart(form: SetupFormState) {
  const navigate = useNavigate();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (record: boolean) => {
      form.clearErrors();
      return createInterview(toRequest(form.getValues(), record));
    },
    onSuccess: async (interview) => {
      clearDraft();
      client.setQueryData(interviewQuery(interview.id).queryKey, interview);
      void client.invalidateQueries({ queryKey: ["interviews"] });
      await navigate({ to: "/interviews/$sessionId/room", params: { sessionId: interview.id } });
    },
    onError: (error) => {
      if (error instanceof ApiError) form.setErrors({ ...error.fields });
    },
  });
}
