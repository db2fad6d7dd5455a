// The list of reviews: which documents there are, and how far each is.
import { element } from "./element.js";
import { stored } from "./keys.js";
import { chooseLanguage, dress, language, languages, t } from "./words.js";

const $ = (id) => document.getElementById(id);
const state = { new: "jobNew", working: "jobWorking", begun: "jobBegun", done: "jobDone", fault: "jobFault" };
let before = "";

function draw(jobs) {
  const now = JSON.stringify(jobs) + language;
  if (now === before) return; // what has the focus stays
  before = now;
  const at = document.activeElement?.closest("tr")?.dataset.n;
  $("jobs").replaceChildren(...jobs.map((j) => element("tr", { "data-n": j.n },
    element("th", { scope: "row" }, element("a", { href: `job/${j.n}/` }, element("bdi", {}, j.name))),
    element("td", { class: "files" }, ...j.documents.map((d) => element("bdi", {}, d))),
    element("td", {}, t(state[j.state]), ...(j.fault ? [element("p", { class: "fault" }, element("bdi", {}, j.fault))] : [])),
    element("td", { class: j.rows ? "number" : "number none" }, ...(j.rows ? [`${j.done} / ${j.rows}`, element("progress", { value: j.done, max: j.rows, "aria-label": t("jobRows") })] : ["–"])),
    element("td", { class: j.open === undefined ? "number none" : "number" }, j.open === undefined ? "–" : String(j.open), " ", element("span", { class: "small" }, t("jobOpen"))))));
  if (at) $("jobs").querySelector(`tr[data-n="${at}"] a`)?.focus();
}

async function ask() {
  try {
    const answer = await fetch("jobs", { cache: "no-store" });
    if (!answer.ok) throw new Error(answer.status);
    draw(await answer.json());
    $("lost").hidden = true;
  } catch {
    $("lost").hidden = false;
  }
}

function speak(wanted) {
  chooseLanguage(wanted);
  dress();
  $("title").textContent = t("jobsOf", { folder: document.body.dataset.folder });
  $("language").replaceChildren(...Object.entries(languages).map(([code, own]) => element("option", { value: code, lang: code, selected: code === language }, own)));
}

$("language").addEventListener("change", () => {
  stored.set("language", $("language").value);
  speak($("language").value);
  ask();
});
speak(stored.get("language", ""));
ask();
setInterval(() => document.visibilityState === "visible" && ask(), 2000);
document.addEventListener("visibilitychange", ask);
