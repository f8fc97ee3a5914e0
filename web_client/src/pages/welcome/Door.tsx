/** The way in: one click on a fresh local machine, e-mail and password elsewhere. */
import { Button, PasswordInput, TextInput, UnstyledButton } from "@mantine/core";
import { isEmail, useForm } from "@mantine/form";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { ApiError } from "../../api/client";
import { useSignIn, type SignIn } from "../../api/queries";
import { ErrorNotice } from "../../components/ErrorNotice";
import { Face } from "../../components/Face";
import styles from "./Door.module.css";

export function Door({ local }: { local: boolean }) {
  const [accounts, setAccounts] = useState(false);
  const signIn = useSignIn();
  const navigate = useNavigate();
  const { next } = useSearch({ from: "/welcome" });
  const enter = (form: SignIn, onError?: (error: unknown) => void): void =>
    signIn.mutate(form, { onSuccess: () => void navigate({ to: next ?? "/", replace: true }), ...(onError ? { onError } : {}) });

  if (!local || accounts) return <AccountForm enter={enter} pending={signIn.isPending} error={signIn.error} fresh={local} />;
  return (
    <section className={styles.card} aria-labelledby="door">
      <div className={styles.faces} aria-hidden>
        <Face look="daniel" />
        <Face look="maya" />
        <Face look="amara" />
      </div>
      <h2 id="door">Start here</h2>
      <p className={styles.text}>
        This installation is new and only this computer can reach it. One click makes you its owner: no e-mail, no password.
      </p>
      {signIn.isError && <ErrorNotice error={signIn.error} />}
      <Button size="lg" fullWidth loading={signIn.isPending} onClick={() => enter({ way: "local-owner" })}>
        Start on this computer
      </Button>
      <p className={styles.foot}>
        Sharing this computer?{" "}
        <UnstyledButton className={styles.link} onClick={() => setAccounts(true)}>
          Use an e-mail and a password
        </UnstyledButton>
      </p>
    </section>
  );
}

interface FormProps {
  enter: (form: SignIn, onError: (error: unknown) => void) => void;
  pending: boolean;
  error: Error | null;
  fresh: boolean;
}

function AccountForm({ enter, pending, error, fresh }: FormProps) {
  const [way, setWay] = useState<"login" | "register">(fresh ? "register" : "login");
  const isNew = way === "register";
  const form = useForm({
    initialValues: { name: "", email: "", password: "" },
    validate: {
      email: isEmail("Write your e-mail address, like ana@example.org."),
      password: (value) => (isNew && value.length < 8 ? "Take at least 8 characters." : value === "" ? "Write your password." : null),
      name: (value) => (isNew && value.trim() === "" ? "Write the name the interviewer should use." : null),
    },
  });
  const submit = form.onSubmit(({ name, email, password }) => {
    const onError = (failure: unknown): void => {
      if (failure instanceof ApiError) form.setErrors({ ...failure.fields });
    };
    enter(isNew ? { way: "register", name: name.trim(), email, password } : { way: "login", email, password }, onError);
  });
  const general = error instanceof ApiError && Object.keys(error.fields).length > 0 ? null : error;

  return (
    <section className={styles.card} aria-labelledby="door">
      <h2 id="door">{isNew ? "Create an account" : "Sign in"}</h2>
      <form onSubmit={submit} noValidate className={styles.form}>
        {isNew && (
          <TextInput
            label="Your name"
            description="The interviewer will call you this."
            autoComplete="given-name"
            {...form.getInputProps("name")}
          />
        )}
        <TextInput label="E-mail" type="email" autoComplete="email" inputMode="email" {...form.getInputProps("email")} />
        <PasswordInput label="Password" autoComplete={isNew ? "new-password" : "current-password"} {...form.getInputProps("password")} />
        {general && <ErrorNotice error={general} />}
        <Button type="submit" size="lg" fullWidth loading={pending}>
          {isNew ? "Create account and start" : "Sign in"}
        </Button>
      </form>
      <p className={styles.foot}>
        {isNew ? "Already have an account?" : "New here?"}{" "}
        <UnstyledButton className={styles.link} onClick={() => setWay(isNew ? "login" : "register")}>
          {isNew ? "Sign in" : "Create an account"}
        </UnstyledButton>
      </p>
    </section>
  );
}
