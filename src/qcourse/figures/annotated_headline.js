/* A headline and eight questions: the words that answer light up; then a verdict, compared with the course's. */
import { button, choices, node, sentence } from "./controls.js";
import { number, speaker } from "./words.js";

function render({ model, el }) {
  const say = speaker(model);
  const language = model.get("language");
  const { questions, verdicts, headlines } = model.get("data");
  const id = "figure-annotated_headline";
  const start = { at: 0, question: "", given: {}, compared: [] };
  const position = () => ({ ...start, ...model.get("position") });
  const move = (change) => {
    model.set("position", { ...position(), ...change });
    model.save_changes();
  };
  const go = (at, change = {}) => {
    move({ question: "", ...change, at });
    heading.focus();
  };

  const steps = headlines.map((one, at) => button(number(at + 1, language), () => move({ question: "", at }), "qc-step"));
  const heading = node("p", { class: "qc-measure-name", tabindex: -1 });
  const head = node("p", { class: "qc-headline-head" });
  const text = node("p", { class: "qc-headline-text" });
  const ask = choices({
    id: `${id}-ask`,
    legend: say("ask"),
    options: questions.map((name, place) => [name, `${number(place + 1, language)}. ${say(name)}`]),
    change: (question) => move({ question }),
    className: "qc-headline-questions",
  });
  const told = sentence();
  const verdict = choices({
    id: `${id}-verdict`,
    legend: say("verdict"),
    options: verdicts.map((name) => [name, say(name)]),
    change: (value) => {
      const now = position();
      move({ given: { ...now.given, [headlines[now.at].id]: value } });
    },
    className: "qc-segments",
  });
  const score = node("p", { class: "qc-figure-label", role: "status" });
  const compare = button(
    say("compare"),
    () => {
      const now = position();
      const one = headlines[now.at];
      if (!(one.id in now.given)) score.textContent = say("choose_first");
      else move({ compared: [...new Set([...now.compared, one.id])] });
    },
    "qc-button-main",
  );
  const previous = button(say("previous"), () => go(position().at - 1));
  const next = button(say("next"), () => go(position().at + 1));
  const restart = button(say("restart"), () => go(0, start));
  const answer = node("div", { class: "qc-reading" });

  el.append(
    node("div", { class: "qc-steps qc-steps-4", role: "group", "aria-label": say("headlines") }, ...steps),
    heading,
    node("div", { class: "qc-headline" }, head, text),
    ask.element,
    told.element,
    node("div", { class: "qc-headline-verdict" }, verdict.element),
    node("p", { class: "qc-buttons" }, compare, previous, next, restart),
    score,
    answer,
  );

  const lit = (pieces, question) =>
    pieces.map(({ words, answers }) => (answers.includes(question) ? node("mark", { class: "qc-headline-lit", text: words }) : words));

  /** What the text answers to a question, with the words that answer it (in step with `says` in Python). */
  function reading(one, question) {
    const quoted = [...one.head[language], ...one.text[language]]
      .filter(({ answers }) => answers.includes(question))
      .map(({ words }) => say("quote", { words: words.replace(/^[ ,.]+|[ ,.]+$/g, "") }));
    const { state, [language]: note } = one.questions[question];
    return say(quoted.length ? "told" : "told_missing", { state: say(state), words: quoted.join(say("comma")), note });
  }

  function update() {
    const now = position();
    const one = headlines[now.at];
    const total = headlines.length;
    steps.forEach((step, at) => {
      const other = headlines[at];
      const state = now.compared.includes(other.id) ? "compared" : other.id in now.given ? "tagged" : "open";
      step.dataset.state = state;
      step.setAttribute("aria-label", `${number(at + 1, language)}, ${other.short[language]}, ${say("state_" + state)}`);
      step.toggleAttribute("aria-current", at === now.at);
      if (at === now.at) step.setAttribute("aria-current", "step");
    });
    heading.textContent = say("headline_of", { place: number(now.at + 1, language), total: number(total, language) });
    head.replaceChildren(...lit(one.head[language], now.question));
    text.replaceChildren(...lit(one.text[language], now.question));
    ask.show(now.question);
    told.say(now.question ? reading(one, now.question) : say("start"));
    verdict.show(now.given[one.id]);
    previous.disabled = now.at === 0;
    next.disabled = now.at === total - 1;
    const compared = now.compared.includes(one.id);
    answer.hidden = !compared;
    if (compared)
      answer.replaceChildren(
        node("p", {}, node("strong", { text: say("reading", { verdict: say(one.verdict) }) })),
        node("p", { text: one.eraser[language] }),
        node("p", { text: say("decides", { question: say(one.decides) }) }),
        ...(one.facts.length
          ? [node("p", { class: "qc-figure-label", text: say("register") }), node("ul", {}, ...one.facts.map((fact) => node("li", { text: fact[language] })))]
          : []),
      );
    const done = headlines.filter((other) => now.compared.includes(other.id));
    const right = done.filter((other) => now.given[other.id] === other.verdict).length;
    const values = { compared: number(done.length, language), total: number(total, language), right: number(right, language) };
    const match = compared ? say(now.given[one.id] === one.verdict ? "match" : "differ") + " " : "";
    score.textContent = match + say(done.length ? "progress" : "nothing_yet", values);
    restart.hidden = done.length < total;
  }
  model.on("change:position", update);
  update();
}

export default { render };
