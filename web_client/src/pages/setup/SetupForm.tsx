import { Button } from "@mantine/core";
import { useForm, type UseFormReturnType } from "@mantine/form";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { ApiError } from "../../api/client";
import { documentsQuery, isBeingRead } from "../../api/documents";
import { makePlan, planQuery } from "../../api/planning";
import type { RoleKit } from "../../api/types";
import { Choice } from "../../components/Choice";
import { ErrorNotice } from "../../components/ErrorNotice";
import { Face } from "../../components/Face";
import { lookNames, seniorityWords, styleWords, typeWords } from "../../lib/words";
import { CompanyField } from "./CompanyField";
import { DocumentField } from "./DocumentField";
import { minuteChoices, toRequest, writeDraft, type SetupValues } from "./draft";
import { RoleField } from "./RoleField";
import styles from "./SetupPage.module.css";

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
  const plan = usePlan(form);
  const reading = useReading(form);
  const { values, errors } = form;
  const marked = plan.error instanceof ApiError && Object.keys(plan.error.fields).length > 0;

  useEffect(() => {
    // A refused field is brought into view with the focus on it.
    if (Object.keys(errors).length > 0) sections.current?.querySelector<HTMLElement>("[aria-invalid=true], [data-invalid] input")?.focus();
  }, [errors]);

  return (
    <div className={styles.form}>
      <div className={styles.sections} ref={sections}>
        <section className={styles.section} aria-label="The job">
          <RoleField form={form} kits={kits} />
          <CompanyField form={form} />
          <div className={styles.documents}>
            <DocumentField form={form} kind="jd" opened={withJob} />
            <DocumentField form={form} kind="resume" />
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
            legend={values.interview_type === "panel" ? "Who leads the panel?" : "Who interviews you?"}
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
      <section id="start" className={styles.start} aria-label="Plan">
        <Sentence values={values} />
        <p className={styles.consent}>
          Next you see the plan: its parts, who asks, and the themes. The questions stay with the interviewer. Nothing starts yet.
        </p>
        {plan.error && !marked && <ErrorNotice error={plan.error} />}
        <Button size="lg" fullWidth loading={plan.isPending || plan.isSuccess} disabled={reading !== null} onClick={() => plan.mutate()}>
          Plan the interview
        </Button>
        <p role="status" className={styles.hint}>
          {reading}
        </p>
      </section>
    </div>
  );
}

function Sentence({ values }: { values: SetupValues }) {
  const company = values.company.trim();
  return (
    <div className={styles.sentence}>
      <Face look={values.look} />
      <p>
        <b>{lookNames[values.look]}</b> {values.interview_type === "panel" ? "and colleagues interview" : "interviews"} you for{" "}
        <b>{values.role_title}</b>
        {company === "" ? "" : ` at ${company}`}, {seniorityWords[values.seniority].toLowerCase()}. {typeWords[values.interview_type].title},{" "}
        {styleWords[values.style].title.toLowerCase()}, <b>{values.minutes} minutes</b>.
      </p>
    </div>
  );
}

/** Why the plan has to wait for a document, or null. */
function useReading({ values }: SetupFormState): string | null {
  const all = useQuery(documentsQuery);
  const chosen = all.data?.filter(({ id }) => id === values.jd_document_id || id === values.resume_document_id) ?? [];
  const [waiting] = chosen.filter(isBeingRead);
  if (waiting) return `${waiting.name} is still being read. This takes a few seconds.`;
  const [failed] = chosen.filter(({ status }) => status === "failed");
  return failed ? `${failed.name} could not be read. Choose another, or none.` : null;
}

/** Plans the interview and shows the plan; the way back leads to the form as it was left. */
function usePlan(form: SetupFormState) {
  const navigate = useNavigate();
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => {
      form.clearErrors();
      writeDraft(form.getValues());
      return makePlan(toRequest(form.getValues()));
    },
    onSuccess: async (plan) => {
      client.setQueryData(planQuery(plan.id).queryKey, plan);
      await navigate({ to: "/interviews/new", search: {}, replace: true, resetScroll: false });
      await navigate({ to: "/interviews/new", search: { plan: plan.id } });
    },
    onError: (error) => {
      if (error instanceof ApiError) form.setErrors({ ...error.fields });
    },
  });
}
