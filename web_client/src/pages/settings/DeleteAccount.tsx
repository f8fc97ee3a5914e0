import { Button, Group, Modal, PasswordInput, TextInput } from "@mantine/core";
import { useState } from "react";
import { ApiError } from "../../api/client";
import { useDeleteAccount } from "../../api/queries";
import { ErrorNotice } from "../../components/ErrorNotice";
import { place } from "../../lib/place";

const PHRASE = "delete everything";

interface Props {
  opened: boolean;
  hasPassword: boolean;
  onClose: () => void;
  onDeleted: () => void;
}

/** Typed confirmation, and the password where the account has one. */
export function DeleteAccount({ opened, hasPassword, onClose, onDeleted }: Props) {
  const [typed, setTyped] = useState("");
  const [password, setPassword] = useState("");
  const remove = useDeleteAccount();
  const wrongPassword = remove.error instanceof ApiError ? remove.error.fields["password"] : undefined;
  const sure = typed.trim().toLowerCase() === PHRASE;
  const close = (): void => {
    setTyped("");
    setPassword("");
    remove.reset();
    onClose();
  };
  return (
    <Modal opened={opened} onClose={close} title="Delete everything?">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (sure) remove.mutate(password, { onSuccess: onDeleted });
        }}
      >
        <p>
          Your account, every recording, transcript and report will be gone from {place} at once. There is no copy to bring back; export
          your data first if you may want it.
        </p>
        <TextInput
          mt={20}
          data-autofocus
          label={`Write “${PHRASE}” to confirm`}
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {hasPassword && (
          <PasswordInput
            mt={16}
            label="Your password"
            autoComplete="current-password"
            value={password}
            error={wrongPassword}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
        )}
        {remove.isError && wrongPassword === undefined && (
          <div style={{ marginTop: 16 }}>
            <ErrorNotice error={remove.error} />
          </div>
        )}
        <Group justify="flex-end" mt={24}>
          <Button variant="default" onClick={close}>
            Keep everything
          </Button>
          <Button type="submit" color="red.8" disabled={!sure} loading={remove.isPending}>
            Delete everything
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
