import { call, type Schemas } from "./client";
import { getPage } from "./list";

export type DeadLetter = Schemas["DeadLetterView"];
export type DeadLetters = Schemas["DeadLetterList"];
export type Handled = Schemas["Handled"];
export type QueueName = DeadLetter["queue"];
export type AuditEntry = Schemas["AuditView"];

export const listDeadLetters = () => call<DeadLetters>("GET", "/api/dead-letters");
export const replay = (queue: QueueName, ids: string[]) =>
  call<Handled>("POST", "/api/dead-letters/replay", { queue, ids });
export const discard = (queue: QueueName, ids: string[]) =>
  call<Handled>("POST", "/api/dead-letters/discard", { queue, ids });
export const pageOfAudit = (month: string, cursor: string) =>
  getPage<AuditEntry>(`/api/audit?month=${month}`, cursor);
