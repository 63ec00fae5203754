/** Speaks to the REST API of the same host; every failure becomes an ApiError. */
import type { components } from "./schema";

export type Schemas = components["schemas"];
type ErrorDetail = Schemas["ErrorDetail"];

export class ApiError extends Error {
  constructor(
    /** HTTP status; 0 when no answer came. */
    readonly status: number,
    message = "",
    /** What is wrong with fields of the request, by their names. */
    readonly fields: Readonly<Record<string, string>> = {},
    /** Seconds until another attempt makes sense. */
    readonly retryAfter = 60,
    /** A finer word than the status; empty when there is none. */
    readonly reason = "",
  ) {
    super(message);
  }
}

let csrf = "";
let onLoggedOut = () => {};

/** The token that every changing request carries from now on. */
export function sendCsrf(token: string): void {
  csrf = token;
}

/** Called whenever an answer says that nobody is logged in. */
export function whenLoggedOut(react: () => void): void {
  onLoggedOut = react;
}

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

export async function call<T>(method: Method, address: string, body?: unknown): Promise<T> {
  const response = await send(method, address, body);
  const content = await read(response);
  if (response.ok) return content as T;
  if (response.status === 401) onLoggedOut();
  throw failure(response, content as { error?: ErrorDetail } | undefined);
}

/** Asks for a file instead of JSON. */
export async function callForFile(method: Method, address: string, body?: unknown): Promise<Blob> {
  const response = await send(method, address, body);
  if (response.ok) return response.blob();
  if (response.status === 401) onLoggedOut();
  throw failure(response, (await read(response)) as { error?: ErrorDetail } | undefined);
}

function send(method: Method, address: string, body: unknown): Promise<Response> {
  const headers: Record<string, string> = { accept: "application/json" };
  if (method !== "GET") headers["x-csrf-token"] = csrf;
  if (body !== undefined) headers["content-type"] = "application/json";
  const content = body === undefined ? null : JSON.stringify(body);
  return fetch(address, { method, headers, body: content, credentials: "same-origin" }).catch(
    () => {
      throw new ApiError(0);
    },
  );
}

const read = (response: Response): Promise<unknown> =>
  response.headers.get("content-type")?.includes("json")
    ? response.json().catch(() => undefined)
    : Promise.resolve(undefined);

/** The part of a field's path that a form calls it by: `secrets.token` is `token`. */
const shortName = (field: string): string => field.split(".").at(-1) ?? field;

function failure(response: Response, content: { error?: ErrorDetail } | undefined): ApiError {
  const detail = content?.error;
  const wrong = detail?.fields ?? [];
  const fields = Object.fromEntries(wrong.map((it) => [shortName(it.field), it.message]));
  const wait = Number(response.headers.get("retry-after")) || undefined;
  return new ApiError(response.status, detail?.message, fields, wait, detail?.reason ?? "");
}
