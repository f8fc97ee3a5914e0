/** What the settings say stands in the form of a new interview, behind what was asked for there. */
import { expect, it } from "vitest";
import { interview, kits, preferences } from "../../../tests/fixtures";
import type { RoleLabel } from "../../api/types";
import { initialValues } from "./draft";

const likes = { ...preferences, look: "amara", style: "friendly", minutes: 30, seniority: "senior", target_role: "Reporting Analyst" } as const;
const role: RoleLabel = {
  label: "Reporting Analyst",
  matched: "Reporting Analyst",
  role_kit: "data_analyst",
  role_category: "data",
  specialization: "reporting",
  aliases: [],
};

it("begins with the settings", () => {
  expect(initialValues({ kits, draft: {}, likes, role })).toMatchObject({
    role_kit: "data_analyst",
    role_title: "Reporting Analyst",
    specialization: "reporting",
    seniority: "senior",
    look: "amara",
    style: "friendly",
    minutes: 30,
  });
});

it("begins as ever where there are none", () => {
  expect(initialValues({ kits, draft: {}, likes: preferences })).toEqual(initialValues({ kits, draft: {} }));
});

it("lets the address, the draft and an earlier interview go first", () => {
  expect(initialValues({ kits, kit: "product_manager", draft: {}, likes, role })).toMatchObject({
    role_kit: "product_manager",
    role_title: "Product Manager",
    look: "amara",
  });
  expect(initialValues({ kits, draft: { role_kit: "software_engineer", role_title: "SRE", minutes: 5 }, likes, role })).toMatchObject({
    role_title: "SRE",
    minutes: 5,
  });
  expect(initialValues({ kits, from: interview, draft: {}, likes, role }).minutes).toBe(interview.minutes);
});
