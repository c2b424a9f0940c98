// Creates a chat, reads it, finds it in a list, and is refused twice; tells in one line of JSON what it was told.
// Where a comment says "@ts-expect-error" the compiler must object: the types would be too loose otherwise.
import { strict as assert } from "node:assert";
import { env } from "node:process";
import { clientOf } from "./client.js";
import type { Chat, Problem } from "./client.js";

function setting(name: string): string {
  const value = env[name];
  assert(value, `${name} is not set`);
  return value;
}

const api = clientOf(setting("CHATS_URL"), setting("CHATS_TOKEN"));
const workspace_uuid = setting("CHATS_WORKSPACE");
const title = setting("CHATS_TITLE");

async function creates(): Promise<Chat> {
  const { data, error, response } = await api.POST("/api/v2/w/{workspace_uuid}/chats", {
    params: { path: { workspace_uuid }, header: { Prefer: "respond-async" } },
    body: { channel: "web-chat", title, metadata: { from: "typescript" } },
  });
  assert(data, error?.detail);
  assert.equal(response.status, 201);
  // @ts-expect-error a chat has no such field
  assert.equal(data.subject, undefined);
  return data;
}

async function reads(chat_id: string): Promise<Chat> {
  const { data, error } = await api.GET("/api/v2/w/{workspace_uuid}/chats/{chat_id}", {
    params: { path: { workspace_uuid, chat_id } },
  });
  assert(data, error?.detail);
  return data;
}

async function finds(): Promise<Chat[]> {
  const { data, error } = await api.GET("/api/v2/w/{workspace_uuid}/chats", {
    params: { path: { workspace_uuid }, query: { mine: true, channel: "web-chat", search: title, pageSize: 10 } },
  });
  assert(data, error?.detail);
  return data.items;
}

async function looksForNobodys(): Promise<Problem> {
  const { data, error, response } = await api.GET("/api/v2/w/{workspace_uuid}/chats/{chat_id}", {
    params: { path: { workspace_uuid, chat_id: crypto.randomUUID() } },
  });
  assert(error, `found ${data?.id}`);
  assert.equal(response.status, 404);
  return error;
}

async function isRefused(): Promise<Problem> {
  const { error, response } = await api.POST("/api/v2/w/{workspace_uuid}/chats", {
    params: { path: { workspace_uuid } },
    body: {
      // @ts-expect-error there is no such channel
      channel: "pigeon",
      title: "one\u0007line",
    },
  });
  assert(error);
  assert.equal(response.status, 400);
  return error;
}

const created = await creates();
console.log(
  JSON.stringify({
    created: created.id,
    read: await reads(created.id),
    found: (await finds()).map((chat) => chat.id),
    notFound: await looksForNobodys(),
    refused: await isRefused(),
  }),
);
