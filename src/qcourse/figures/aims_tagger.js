/* Tag twelve measures with three aims, one at a time, then compare with the course's reading. */
import { button, node, sentence, table } from "./controls.js";
import { number, percent, speaker } from "./words.js";

function render({ model, el }) {
  const say = speaker(model);
  const language = model.get("language");
  const { aims, measures, shares } = model.get("data");
  const id = "figure-aims_tagger";
  const start = { at: 0, tags: {}, compared: [] };
  const position = () => ({ ...start, ...model.get("position") });
  const move = (change) => {
    model.set("position", { ...position(), ...change });
    model.save_changes();
  };
  const given = ({ tags }, one) => tags[one.id] || [];

  const steps = measures.map((one, at) => button(number(at + 1, language), () => move({ at }), "qc-step"));
  const heading = node("p", { class: "qc-measure-name", tabindex: -1 });
  const told = node("p", { class: "qc-measure-text" });
  const boxes = aims.map((aim) => {
    const input = node("input", { type: "checkbox", id: `${id}-${aim}` });
    input.addEventListener("change", () => {
      const now = position();
      const one = measures[now.at];
      const tags = aims.filter((other, place) => boxes[place].input.checked);
      move({ tags: { ...now.tags, [one.id]: tags } });
    });
    const mark = node("em", { class: "qc-aim-mark" });
    return { input, mark, element: node("label", { class: "qc-choose", for: input.id }, input, node("span", { text: say(aim) }), mark) };
  });
  const compare = button(
    say("compare"),
    () => {
      const now = position();
      const one = measures[now.at];
      if (!given(now, one).length) {
        says.say(say("tag_first"));
        return;
      }
      move({ compared: [...new Set([...now.compared, one.id])] });
    },
    "qc-button-main",
  );
  const previous = button(say("previous"), () => go(position().at - 1));
  const next = button(say("next"), () => go(position().at + 1));
  const answer = node("div", { class: "qc-reading" });
  const says = sentence();
  const split = table(say("shares"));
  const restart = button(say("restart"), () => go(0, start));

  function go(at, change = {}) {
    move({ ...change, at });
    heading.focus();
  }

  el.append(
    node("p", { class: "qc-figure-rule", text: say("rule") }),
    node("div", { class: "qc-steps", role: "group", "aria-label": say("measures") }, ...steps),
    node(
      "div",
      { class: "qc-measure" },
      heading,
      told,
      node("fieldset", { class: "qc-choices" }, node("legend", { text: say("aims") }), ...boxes.map((one) => one.element)),
      node("p", { class: "qc-buttons" }, compare, previous, next),
      answer,
    ),
    says.element,
    split.element,
    node("p", { class: "qc-buttons" }, restart),
  );

  function overlap(mine, reading) {
    const either = new Set([...mine, ...reading]).size;
    return either ? mine.filter((aim) => reading.includes(aim)).length / either : 1;
  }

  function showAnswer(now, one) {
    const compared = now.compared.includes(one.id);
    answer.hidden = !compared;
    boxes.forEach(({ mark, element }, place) => {
      const mine = given(now, one).includes(aims[place]);
      const reading = one.aims.includes(aims[place]);
      const key = compared && (mine || reading) ? (mine && reading ? "both" : reading ? "only_course" : "only_you") : "";
      mark.textContent = key && say(key);
      element.dataset.mark = key;
    });
    if (!compared) return;
    const reading = say("reading", { aims: one.aims.map((aim) => say(aim)).join(say("and")) });
    answer.replaceChildren(
      node("p", {}, node("strong", { text: reading })),
      node("p", { text: one.reason[language] }),
      ...(one.since.length
        ? [node("p", { class: "qc-figure-label", text: say("since") }), node("ul", {}, ...one.since.map((fact) => node("li", { text: fact[language] })))]
        : []),
    );
  }

  function update() {
    const now = position();
    const one = measures[now.at];
    const total = measures.length;
    steps.forEach((step, at) => {
      const state = now.compared.includes(measures[at].id) ? "compared" : given(now, measures[at]).length ? "tagged" : "open";
      step.dataset.state = state;
      step.setAttribute("aria-label", `${number(at + 1, language)}, ${measures[at].short[language]}, ${say("state_" + state)}`);
      step.toggleAttribute("aria-current", at === now.at);
      if (at === now.at) step.setAttribute("aria-current", "step");
    });
    heading.textContent = `${say("measure_of", { place: number(now.at + 1, language), total: number(total, language) })} · ${one.short[language]}`;
    told.textContent = one.text[language];
    boxes.forEach(({ input }, place) => (input.checked = given(now, one).includes(aims[place])));
    previous.disabled = now.at === 0;
    next.disabled = now.at === total - 1;
    showAnswer(now, one);
    const compared = measures.filter((other) => now.compared.includes(other.id));
    const mean = compared.reduce((sum, other) => sum + overlap(given(now, other), other.aims), 0) / (compared.length || 1);
    const share = overlap(given(now, one), one.aims);
    const match = now.compared.includes(one.id) ? say(share === 1 ? "match_full" : share > 0 ? "match_part" : "match_none") + " " : "";
    const values = { compared: number(compared.length, language), total: number(total, language), score: percent(mean, language, 0) };
    says.say(match + say(compared.length === total ? "finished" : compared.length ? "progress" : "nothing_yet", values));
    const tags = measures.flatMap((other) => given(now, other));
    split.show([
      [say("aim"), say("yours"), say("course")],
      ...aims.map((aim) => [say(aim), percent(tags.filter((other) => other === aim).length / (tags.length || 1), language, 0), percent(shares[aim], language, 0)]),
    ]);
    split.element.hidden = restart.hidden = compared.length < total;
  }
  model.on("change:position", update);
  update();
}

export default { render };
