import type { Finding } from "../api/records";
import type { Key, Text } from "./text";

interface Form {
  check: string;
  /** What the check writes, with named parts. */
  wrote: RegExp;
  says: Key;
}

const FORMS: readonly Form[] = [
  { check: "link", wrote: /^no link in the message$/, says: "found.link.none" },
  {
    check: "link",
    wrote: /^(?<count>\d+) link\(s\), the first is (?<link>.*)$/s,
    says: "found.link.some",
  },
  {
    check: "newcomer",
    wrote: /^joined (?<age>[\d.]+) h ago, newcomer for (?<hours>\d+) h$/,
    says: "found.newcomer.joined",
  },
  {
    check: "newcomer",
    wrote:
      /^message (?<count>\d+) seen of a member whose join was not seen, newcomer for (?<most>\d+)$/,
    says: "found.newcomer.counted",
  },
  { check: "staff", wrote: /^role is (?:member|unknown)$/, says: "found.staff.none" },
  { check: "staff", wrote: /^role is owner$/, says: "found.staff.owner" },
  { check: "staff", wrote: /^role is admin$/, says: "found.staff.admin" },
];

/** Why a check hit or did not, in the operator's language; else as the check wrote it. */
export function reason({ check, details }: Finding, t: Text): string {
  for (const form of FORMS) {
    const parts = form.check === check && form.wrote.exec(details);
    if (parts) return t(form.says, parts.groups);
  }
  return details;
}
