// What the page and its server say to one another. Addresses are relative: the secret in them goes along.

// A Fault is an answer that is not what was asked for. status is 0 where there was no answer.
export class Fault extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

async function ask(path, options) {
  let answer;
  try {
    answer = await fetch(path, { cache: "no-store", ...options });
  } catch {
    if (options?.signal?.aborted) throw new Fault(422, "It was stopped; nothing has changed.");
    throw new Fault(0, "There is no connection to bitext review.");
  }
  if (answer.status === 204) return null;
  if (!answer.ok) throw new Fault(answer.status, (await answer.text()).trim());
  return answer.json();
}

const get = (path, values) => ask(path + "?" + new URLSearchParams(values));

export const state = (since) => get("state", { since });
export const rows = (query, from, count) => get("rows", { ...query, from, count });
export const place = (query, row) => get("place", { ...query, row });
export const next = (query, from, what, back) => get("next", { ...query, from, what, back: back ? "1" : "" });
export const act = (action, signal) =>
  ask("act", { signal, method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(action) });
