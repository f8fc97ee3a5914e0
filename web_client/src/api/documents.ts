/** Uploaded documents: listing, uploading, reading, correcting, retrying, deleting. */
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "./client";
import type { DocumentBody, DocumentKind, DocumentSummary, JobExtract, ResumeExtract } from "./types";

const base = "/api/interview/documents";
const one = (id: string): string => `${base}/${encodeURIComponent(id)}`;

export const isBeingRead = (document: Pick<DocumentSummary, "status">): boolean =>
  document.status === "pending" || document.status === "running";

export const documentsQuery = queryOptions({
  queryKey: ["documents"],
  queryFn: ({ signal }) => api<DocumentSummary[]>(base, { signal }),
  refetchInterval: (query) => (query.state.data?.some(isBeingRead) ? 800 : false),
});

export const documentQuery = (id: string) =>
  queryOptions({
    queryKey: ["document", id],
    queryFn: ({ signal }) => api<DocumentBody>(one(id), { signal }),
    refetchInterval: (query) => (query.state.data && isBeingRead(query.state.data) ? 800 : false),
  });

export const fileUrl = (id: string): string => `${one(id)}/file`;

/** A file, or text that was pasted. */
export type Upload = { kind: DocumentKind; file: File } | { kind: DocumentKind; text: string; name: string };

function body(upload: Upload): unknown {
  if ("text" in upload) return upload;
  const form = new FormData();
  form.set("kind", upload.kind);
  form.set("file", upload.file);
  return form;
}

export function useUpload() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (upload: Upload) => api<DocumentSummary>(`${base}/upload`, { method: "POST", body: body(upload) }),
    onSuccess: (document) => {
      client.setQueryData(documentsQuery.queryKey, (all) => all && [document, ...all.filter((other) => other.id !== document.id)]);
      void client.invalidateQueries({ queryKey: documentsQuery.queryKey });
    },
  });
}

export type Correction = { resume: ResumeExtract } | { job: JobExtract };

export function useCorrect(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (correction: Correction) => api<DocumentBody>(`${one(id)}/extract`, { method: "PUT", body: correction }),
    onSuccess: (document) => client.setQueryData(documentQuery(id).queryKey, document),
  });
}

export function useRetryDocument() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api<DocumentSummary>(`${one(id)}/retry`, { method: "POST" }),
    onSuccess: (document) =>
      Promise.all([
        client.invalidateQueries({ queryKey: documentsQuery.queryKey }),
        client.invalidateQueries({ queryKey: documentQuery(document.id).queryKey }),
      ]),
  });
}

export function useDeleteDocument() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api<null>(one(id), { method: "DELETE" }),
    onSuccess: async (_, id) => {
      client.removeQueries({ queryKey: documentQuery(id).queryKey });
      await client.invalidateQueries({ queryKey: documentsQuery.queryKey });
    },
  });
}
