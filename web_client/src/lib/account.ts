import type { User } from "../api/types";

/** The account made by one click has no password: whoever signs it out has no way back in. */
export const isLocalOwner = (user: User | null | undefined): boolean => user?.email === "owner@localhost";
