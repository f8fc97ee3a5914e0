// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from "vitest";
import { interview, kits } from "../../../tests/fixtures";
import { clearDraft, initialValues, readDraft, toRequest, writeDraft } from "./draft";

beforeEach(() => sessionStorage.clear());
const fresh = initialValues({ kits, draft: {} });

describe("initial values", () => {
  it("let a newcomer start at once", () => {
    expect(fresh).toMatchObject({
      role_kit: "software_engineer",
      interview_type: "technical",
      seniority: "mid",
      minutes: 10,
      look: "maya",
    });
  });
  it("follow the kit in the address before the draft", () => {
    const draft = { ...fresh, role_kit: "product_manager", jd_document_id: "d2", resume_document_id: "d1" };
    expect(initialValues({ kits, kit: "data_analyst", draft })).toMatchObject({
      role_kit: "data_analyst",
      role_title: "Data Analyst",
      jd_document_id: "",
      resume_document_id: "d1",
    });
    expect(initialValues({ kits, kit: "product_manager", draft })).toMatchObject({ jd_document_id: "d2" });
  });
  it("repeat an earlier interview", () => {
    expect(initialValues({ kits, from: interview, draft: fresh })).toMatchObject({
      role_kit: "data_analyst",
      company: "Northwind Payments",
      interview_type: "hiring_manager",
      jd_document_id: "",
    });
  });
  it("survive a kit that is gone and a kit without known types", () => {
    expect(initialValues({ kits, draft: { role_kit: "gone", minutes: 30 } }).role_kit).toBe("software_engineer");
    expect(initialValues({ kits: [], draft: {} })).toMatchObject({ role_kit: "", interview_type: "hiring_manager" });
  });
});

describe("the draft", () => {
  it("comes back after a reload, and goes when the interview starts", () => {
    writeDraft({ ...fresh, company: "Acme" });
    expect(readDraft().company).toBe("Acme");
    clearDraft();
    expect(readDraft()).toEqual({});
  });
  it("is dropped where it is not readable", () => {
    sessionStorage.setItem("interview-lab.draft", "{broken");
    expect(readDraft()).toEqual({});
  });
});

describe("the request", () => {
  it("leaves out what is not chosen", () => {
    expect(toRequest({ ...fresh, company: "  Acme ", company_archetype: "saas", resume_document_id: "d1" })).toEqual({
      role_kit: "software_engineer",
      role_title: "Software Engineer",
      seniority: "mid",
      interview_type: "technical",
      style: "neutral",
      minutes: 10,
      look: "maya",
      company: "Acme",
      company_archetype: "saas",
      resume_document_id: "d1",
    });
  });
});
