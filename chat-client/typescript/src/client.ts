import createClient from "openapi-fetch";
import type { components, paths } from "./generated.js";

export type Chat = components["schemas"]["ChatResponse"];
export type Problem = components["schemas"]["Problem"];

/** All calls, made with one member's token. */
export function clientOf(baseUrl: string, token: string) {
  return createClient<paths>({ baseUrl, headers: { Authorization: `Bearer ${token}` } });
}
