/** The settings in hand: a change shows at once, is confirmed with a way back, and is taken back where it fails. */
import { useQueryClient } from "@tanstack/react-query";
import { before, preferencesQuery, useChangePreferences, type PreferencesChange } from "../../api/preferences";
import { toast, undoToast } from "../../app/toast";
import { explain } from "../../lib/explain";

const failed = (error: unknown): void => {
  const { title, text } = explain(error);
  toast(`${title}. ${text}`, 10_000);
};

/** `said` tells what is so from now on. */
export type ChangeLikes = (change: PreferencesChange, said: string) => void;

export function useChangeLikes(): ChangeLikes {
  const client = useQueryClient();
  const { mutate } = useChangePreferences();
  return (change, said) => {
    const now = client.getQueryData(preferencesQuery.queryKey);
    if (now === undefined) return;
    const back = before(now, change);
    mutate(change, {
      onSuccess: () => undoToast(said, () => mutate(back, { onError: failed })),
      onError: failed,
    });
  };
}
