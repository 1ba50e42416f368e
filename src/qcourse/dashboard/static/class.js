// The class's page: asks its own server for the state every two seconds and draws what has changed.
// Names are never kept: each load of the page starts without them.
"use strict";

const PAUSE = 2000;
const language = document.documentElement.lang;
const words = JSON.parse(document.documentElement.dataset.words);
const token = new URLSearchParams(location.search).get("token");
const button = document.getElementById("names");
const figure = new Intl.NumberFormat(language === "fr" ? "fr-CA" : "en-CA");
let names = false;
let asked = 0;
let shown = "";
let timer = 0;

const at = (id) => document.getElementById(id);
const fill = (text, n) => text.replace("{n}", figure.format(n));

function cell(kind, content, number) {
  const made = document.createElement(kind);
  if (kind === "th") made.scope = "row";
  if (number) made.className = "n";
  made.append(content);
  return made;
}

function row(cells) {
  const made = document.createElement("tr");
  made.append(...cells);
  return made;
}

function moment(iso) {
  if (!iso) return "–";
  const when = new Date(iso);
  const today = when.toDateString() === new Date().toDateString();
  const clock = { hour: "2-digit", minute: "2-digit" };
  return today
    ? when.toLocaleTimeString(language + "-CA", clock)
    : when.toLocaleDateString(language + "-CA", { day: "numeric", month: "short", ...clock });
}

function bar(passed, tried, most) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", `0 0 ${most} 1`);
  svg.setAttribute("preserveAspectRatio", "none");
  svg.setAttribute("aria-hidden", "true");
  for (const [name, width] of [["rest", tried], ["bar", passed]]) {
    const rect = document.createElementNS(space, "rect");
    rect.setAttribute("class", name);
    rect.setAttribute("width", width);
    rect.setAttribute("height", 1);
    svg.append(rect);
  }
  return svg;
}

function body(id, rows) {
  at(id).tBodies[0].replaceChildren(...rows);
  at(id).closest(".wide").hidden = !rows.length;
}

function draw(state) {
  for (const key of ["recent", "passed"]) at(key).textContent = figure.format(state[key]);
  at("people").textContent = figure.format(state.people.length);
  at("empty").hidden = state.people.length > 0;
  at("no-causes").hidden = state.causes.length > 0 || !state.people.length;
  body("causes", state.causes.map((one) => row([
    cell("td", figure.format(one.people), true),
    cell("td", (one.cause || one.check)[language]),
    cell("td", one.exercise[language]),
  ])));
  body("rows", state.people.map((one) => row([
    cell("th", one.name || fill(words.person_n, one.number)),
    cell("td", one.where ? one.where[language] : "–"),
    cell("td", one.where ? (one.done ? words.done : words.not_yet) : "–"),
    cell("td", figure.format(one.tries), true),
    cell("td", `${figure.format(one.passed)} / ${figure.format(one.tried)}`, true),
    cell("td", figure.format(one.lessons), true),
    cell("td", moment(one.last)),
  ])));
  const most = Math.max(1, ...state.exercises.map((one) => one.tried));
  body("exercises", state.exercises.map((one) => row([
    cell("th", one.exercise[language]),
    cell("td", figure.format(one.tried), true),
    cell("td", figure.format(one.passed), true),
    cell("td", bar(one.passed, one.tried, most)),
  ])));
  at("over").hidden = !state.passed_over;
  at("over-count").textContent = fill(words.over, state.passed_over);
  at("said").replaceChildren(...state.said.map((one) => cell("li", one[language])));
}

function trouble(text) {
  at("trouble").hidden = !text;
  if (at("trouble").textContent !== text) at("trouble").textContent = text;
}

async function ask() {
  clearTimeout(timer);
  const turn = ++asked;
  const query = new URLSearchParams({ names: names ? "1" : "0" });
  if (token) query.set("token", token);
  try {
    const answer = await fetch("state.json?" + query);
    if (!answer.ok) throw new Error(String(answer.status));
    const text = await answer.text();
    if (turn !== asked) return; // a newer question is on its way, perhaps with names hidden
    const state = JSON.parse(text);
    trouble(state.error ? state.error[language] : "");
    if (!state.error && text !== shown) {
      draw(state);
      shown = text;
    }
  } catch {
    if (turn !== asked) return;
    trouble(words.lost);
  }
  timer = setTimeout(ask, PAUSE);
}

button.addEventListener("click", () => {
  names = !names;
  button.setAttribute("aria-pressed", String(names));
  if (!names) {
    for (const head of at("rows").tBodies[0].querySelectorAll("th")) head.textContent = "…";
    at("said").replaceChildren();
    shown = "";
  }
  ask();
});
ask();
