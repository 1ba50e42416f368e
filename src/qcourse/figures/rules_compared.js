/* Two places side by side on one question, then four vignettes: choose, decide, read the reason. */
import { button, choices, menu, node, sentence } from "./controls.js";
import { number, speaker } from "./words.js";

function render({ model, el }) {
  const say = speaker(model);
  const language = model.get("language");
  const { questions, places, cells, vignettes } = model.get("data");
  const id = "figure-rules_compared";
  const position = () => ({ question: questions[0], first: "canada", second: "eu", at: 0, given: {}, compared: [], ...model.get("position") });
  const move = (change) => {
    model.set("position", { ...position(), ...change });
    model.save_changes();
  };
  const listed = (facts) => node("ul", {}, ...facts.map((fact) => node("li", { text: fact[language] })));

  const question = choices({
    id: `${id}-question`,
    legend: say("question"),
    options: questions.map((one) => [one, say(one)]),
    change: (value) => move({ question: value }),
    className: "qc-segments",
  });
  const sides = ["first", "second"].map((side) => ({
    side,
    choose: menu({ id: `${id}-${side}`, label: say(side), options: places.map((one) => [one, say(one)]), change: (value) => move({ [side]: value }) }),
    card: node("div", { class: "qc-reading" }),
  }));
  const contrast = node("p", { class: "qc-contrast", "aria-live": "polite" });

  const steps = vignettes.map((one, at) => button(number(at + 1, language), () => move({ at }), "qc-step"));
  const heading = node("p", { class: "qc-measure-name", tabindex: -1 });
  const told = node("p", { class: "qc-measure-text" });
  const holder = node("div");
  const answer = node("div", { class: "qc-reading" });
  const says = sentence();
  const decide = button(
    say("decide"),
    () => {
      const now = position();
      const one = vignettes[now.at];
      if (!(one.id in now.given)) says.say(say("choose_first"));
      else move({ compared: [...new Set([...now.compared, one.id])] });
    },
    "qc-button-main",
  );
  const go = (at) => {
    move({ at });
    heading.focus();
  };
  const previous = button(say("previous"), () => go(position().at - 1));
  const next = button(say("next"), () => go(position().at + 1));
  const proposals = vignettes.map((one, at) =>
    choices({
      id: `${id}-proposal-${at}`,
      legend: say("choose"),
      options: one.choices.map((choice, place) => [place, choice.text[language]]),
      change: (value) => {
        const now = position();
        move({ given: { ...now.given, [one.id]: Number(value) }, compared: now.compared.filter((other) => other !== one.id) });
      },
    }),
  );

  el.append(
    question.element,
    node("div", { class: "qc-pair" }, ...sides.map(({ choose, card }) => node("div", {}, choose.element, card))),
    contrast,
    node("p", { class: "qc-measure-name qc-figure-gap", text: say("vignettes") }),
    node("div", { class: "qc-steps", role: "group", "aria-label": say("steps") }, ...steps),
    node("div", { class: "qc-measure" }, heading, told, holder, node("p", { class: "qc-buttons" }, decide, previous, next), answer),
    says.element,
  );

  function compare(now) {
    question.show(now.question);
    for (const { side, choose, card } of sides) {
      const place = now[side];
      const one = cells[now.question][place];
      choose.show(place);
      card.replaceChildren(
        node("p", {}, node("strong", { text: `${say(place)} · ${say(now.question)}` })),
        node("p", { text: one.says[language] }),
        node("p", {}, node("strong", { text: say("binds", { binds: say(one.binds) }) })),
        node("p", { class: "qc-figure-label", text: say("register") }),
        listed(one.facts),
        node("p", { class: "qc-figure-label", text: say("open") }),
        node("p", { text: one.open[language] }),
      );
    }
    const [kind, other] = [now.first, now.second].map((place) => cells[now.question][place].binds);
    const key = now.first === now.second ? "itself" : kind === other ? "alike" : "unlike";
    const told = say(key, { first: say(now.first), second: say(now.second), kind: say(kind), other: say(other) });
    if (contrast.textContent !== told) contrast.textContent = told;
  }

  function judge(now) {
    const one = vignettes[now.at];
    const total = vignettes.length;
    steps.forEach((step, at) => {
      const state = now.compared.includes(vignettes[at].id) ? "compared" : "open";
      step.dataset.state = state;
      step.setAttribute("aria-label", `${number(at + 1, language)}, ${vignettes[at].short[language]}, ${say("state_" + state)}`);
      if (at === now.at) step.setAttribute("aria-current", "step");
      else step.removeAttribute("aria-current");
    });
    heading.textContent = `${say("vignette_of", { place: number(now.at + 1, language), total: number(total, language) })} · ${one.short[language]}`;
    told.textContent = one.text[language];
    if (holder.firstChild !== proposals[now.at].element) holder.replaceChildren(proposals[now.at].element);
    proposals[now.at].show(now.given[one.id]);
    previous.disabled = now.at === 0;
    next.disabled = now.at === total - 1;
    const best = (other) => other.choices.findIndex((choice) => choice.right);
    const compared = now.compared.includes(one.id);
    const right = now.given[one.id] === best(one);
    answer.hidden = !compared;
    if (compared) {
      const proposal = one.choices[best(one)];
      answer.replaceChildren(
        node("p", {}, node("strong", { text: say(right ? "match" : "differ") })),
        node("p", { text: one.choices[now.given[one.id]].reason[language] }),
        ...(right ? [] : [node("p", { text: say("proposal", { text: proposal.text[language] }) }), node("p", { text: proposal.reason[language] })]),
        node("p", { class: "qc-figure-label", text: say("register") }),
        listed(one.facts),
      );
    }
    const done = vignettes.filter((other) => now.compared.includes(other.id));
    const count = done.filter((other) => now.given[other.id] === best(other)).length;
    const values = { compared: number(done.length, language), total: number(total, language), right: number(count, language) };
    says.say((compared ? say(right ? "match" : "differ") + " " : "") + say(done.length ? "progress" : "nothing_yet", values));
  }

  function update() {
    const now = position();
    compare(now);
    judge(now);
  }
  model.on("change:position", update);
  update();
}

export default { render };
