// The requests of the page. Addresses are relative, so that they contain the secret.

// A Fault is an answer that is not what was asked for. status is 0 if there was no answer.
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
    throw new Fault(options?.signal?.aborted ? -1 : 0, "");
  }
  if (answer.status === 204) return null;
  if (!answer.ok) throw new Fault(answer.status, (await answer.text()).trim());
  return answer.json();
}

const get = (path, values) => ask(path + "?" + new URLSearchParams(values));
const post = (path, value, signal) =>
  ask(path, { signal, method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(value) });

export const state = (since) => get("state", { since });
export const rows = (query, from, count) => get("rows", { ...query, from, count });
export const place = (query, row) => get("place", { ...query, row });
export const next = (query, from, what, back) => get("next", { ...query, from, what, back: back ? "1" : "" });
export const sure = () => get("sure", {});
export const pairs = (row) => get("words", { row });
export const preview = (replace) => post("preview", replace);
export const act = (action, signal) => post("act", action, signal);
