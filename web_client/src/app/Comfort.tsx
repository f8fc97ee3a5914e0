import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { preferencesQuery } from "../api/preferences";
import { meQuery } from "../api/queries";
import { applyComfort } from "../lib/comfort";

/** Keeps the page as its user likes it. Shows nothing. */
export function Comfort() {
  const { data: me } = useQuery({ ...meQuery, enabled: false }); // the router asks for it
  const isIn = me?.user != null;
  const { data } = useQuery({ ...preferencesQuery, enabled: isIn });
  useEffect(() => applyComfort(isIn ? (data ?? null) : null), [isIn, data]);
  return null;
}
