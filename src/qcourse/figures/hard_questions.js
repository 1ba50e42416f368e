/* One hard question at a time: answer aloud, with a minute's timer or without, then compare. */
import { button, node, sentence } from "./controls.js";
import { number, speaker } from "./words.js";

function render({ model, el }) {
  const say = speaker(model);
  const language = model.get("language");
  const { questions, seconds } = model.get("data");
  const id = "figure-hard_questions";
  const start = { at: 0, compared: [], timed: true };
  const position = () => ({ ...start, ...model.get("position") });
  const move = (change) => {
    model.set("position", { ...position(), ...change });
    model.save_changes();
  };
  let ends = 0;
  let beat;

  const steps = questions.map((one, at) => button(number(at + 1, language), () => go(at), "qc-step"));
  const heading = node("p", { class: "qc-measure-name", tabindex: -1 });
  const ask = node("p", { class: "qc-hard-ask" });
  const timer = node("input", { type: "checkbox", id: `${id}-timer` });
  timer.addEventListener("change", () => {
    stop();
    move({ timed: timer.checked });
  });
  const clock = node("p", { class: "qc-hard-clock", "aria-hidden": "true" });
  const begin = button(say("start"), run);
  const show = button(
    say("show"),
    () => {
      const { at, compared } = position();
      stop();
      move({ compared: [...new Set([...compared, questions[at].id])] });
    },
    "qc-button-main",
  );
  const answer = node("div", { class: "qc-reading" });
  const says = sentence();
  const previous = button(say("previous"), () => go(position().at - 1));
  const next = button(say("next"), () => go(position().at + 1));
  const restart = button(say("restart"), () => go(0, { compared: [] }));

  function go(at, change = {}) {
    stop();
    move({ ...change, at });
    heading.focus();
  }

  function run() {
    stop();
    ends = Date.now() + 1000 * seconds;
    beat = setInterval(tick, 250);
    tick();
  }

  function stop() {
    clearInterval(beat);
    ends = 0;
    tick();
  }

  function tick() {
    const left = ends ? Math.max(0, Math.ceil((ends - Date.now()) / 1000)) : seconds;
    clock.textContent = say("left", { seconds: number(left, language) });
    if (!left) clearInterval(beat);
    tell();
  }

  /** The sentence below: the timer's state while it runs, else how many are compared. */
  function tell() {
    const { compared } = position();
    const key = ends ? (Date.now() < ends ? "running" : "over") : compared.length ? "progress" : "first";
    says.say(say(key, { compared: number(compared.length, language), total: number(questions.length, language) }));
  }

  el.append(
    node("div", { class: "qc-steps qc-steps-10", role: "group", "aria-label": say("questions") }, ...steps),
    heading,
    ask,
    node("label", { class: "qc-choose", for: timer.id }, timer, node("span", { text: say("timer") })),
    clock,
    node("p", { class: "qc-buttons" }, begin, show, previous, next),
    answer,
    says.element,
    node("p", { class: "qc-buttons qc-figure-gap" }, restart),
  );

  function showAnswer(one, compared) {
    answer.hidden = !compared;
    if (!compared) return;
    const named = (key, kind) => node("p", { class: kind }, node("strong", { text: say(key) + " · " }), one[key][language]);
    answer.replaceChildren(
      named("answer", ""),
      named("say", "qc-hard-say"),
      named("not", "qc-hard-not"),
      node("p", { class: "qc-figure-label", text: say("facts") }),
      node("ul", {}, ...one.facts.map((fact) => node("li", { text: `${fact.claim[language]} ${fact.dated[language]}` }))),
    );
  }

  function update() {
    const { at, compared, timed } = position();
    const one = questions[at];
    steps.forEach((step, place) => {
      const state = compared.includes(questions[place].id) ? "compared" : "open";
      step.dataset.state = state;
      step.setAttribute("aria-label", `${number(place + 1, language)}, ${questions[place].short[language]}, ${say("state_" + state)}`);
      if (place === at) step.setAttribute("aria-current", "step");
      else step.removeAttribute("aria-current");
    });
    heading.textContent = say("question_of", { place: number(at + 1, language), total: number(questions.length, language), level: say(`level_${one.level}`) });
    ask.textContent = one.ask[language];
    timer.checked = timed;
    clock.hidden = !timed;
    begin.hidden = !timed;
    previous.disabled = at === 0;
    next.disabled = at === questions.length - 1;
    showAnswer(one, compared.includes(one.id));
    tell();
  }
  model.on("change:position", update);
  tick();
  update();
}

export default { render };
