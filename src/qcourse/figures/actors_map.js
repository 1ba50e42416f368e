/* A map of actors seen by role, one card at a time, then fifteen decisions to place by level of government. */
import { button, choices, node, sentence } from "./controls.js";
import { number, speaker } from "./words.js";

function render({ model, el }) {
  const say = speaker(model);
  const language = model.get("language");
  const { groups, roles, levels, actors, cards } = model.get("data");
  const id = "figure-actors_map";
  const start = { at: 0, given: {}, compared: [] };
  const position = () => ({ lens: "all", actor: actors[0].id, ...start, ...model.get("position") });
  const move = (change) => {
    model.set("position", { ...position(), ...change });
    model.save_changes();
  };
  const names = (one) => one.roles.map((role) => say(role)).join(say("and"));

  const lens = choices({
    id: `${id}-lens`,
    legend: say("lens"),
    options: ["all", ...roles].map((role) => [role, role === "all" ? say(role) : `${say("mark_" + role)} ${say(role)}`]),
    change: (value) => {
      const { actor } = position();
      const first = actors.find((one) => value === "all" || one.roles.includes(value));
      const kept = actors.find((one) => one.id === actor && (value === "all" || one.roles.includes(value)));
      move({ lens: value, actor: (kept || first).id });
    },
    className: "qc-segments",
  });
  const count = node("p", { class: "qc-figure-label", "aria-live": "polite" });
  const chips = Object.fromEntries(
    actors.map((one) => {
      const input = node("input", { type: "radio", name: `${id}-actor`, id: `${id}-actor-${one.id}`, value: one.id });
      input.addEventListener("change", () => move({ actor: one.id }));
      const marks = node("span", { class: "qc-actor-marks", "aria-hidden": "true", text: one.roles.map((role) => say("mark_" + role)).join(" ") });
      const unseen = node("span", { class: "qc-unseen", text: ` (${names(one)})` });
      const element = node("label", { class: "qc-choose", for: input.id }, input, node("span", { text: one.name[language] }), unseen, marks);
      return [one.id, { input, element }];
    }),
  );
  const map = node(
    "fieldset",
    { class: "qc-choices qc-actors" },
    node("legend", { text: say("actors") }),
    ...groups.map((group) =>
      node(
        "div",
        { class: "qc-actors-group", role: "group", "aria-label": say("group_" + group) },
        node("p", { class: "qc-measure-name", text: say("group_" + group) }),
        ...actors.filter((one) => one.group === group).map((one) => chips[one.id].element),
      ),
    ),
  );
  const card = node("div", { class: "qc-reading qc-actor-card", "aria-live": "polite" });

  const steps = cards.map((one, at) => button(number(at + 1, language), () => move({ at }), "qc-step"));
  const heading = node("p", { class: "qc-measure-name", tabindex: -1 });
  const told = node("p", { class: "qc-measure-text" });
  const level = choices({
    id: `${id}-level`,
    legend: say("who"),
    options: levels.map((one) => [one, say(one)]),
    change: (value) => {
      const now = position();
      move({ given: { ...now.given, [cards[now.at].id]: value } });
    },
    className: "qc-segments",
  });
  const says = sentence();
  const compare = button(
    say("compare"),
    () => {
      const now = position();
      const one = cards[now.at];
      if (!(one.id in now.given)) says.say(say("choose_first"));
      else move({ compared: [...new Set([...now.compared, one.id])] });
    },
    "qc-button-main",
  );
  const go = (at, change = {}) => {
    move({ ...change, at });
    heading.focus();
  };
  const previous = button(say("previous"), () => go(position().at - 1));
  const next = button(say("next"), () => go(position().at + 1));
  const restart = button(say("restart"), () => go(0, start));
  const answer = node("div", { class: "qc-reading" });

  el.append(
    lens.element,
    count,
    map,
    card,
    node("p", { class: "qc-measure-name qc-figure-gap", text: say("sort") }),
    node("p", { class: "qc-figure-rule", text: say("rule") }),
    node("div", { class: "qc-steps qc-steps-15", role: "group", "aria-label": say("cards") }, ...steps),
    node("div", { class: "qc-measure" }, heading, told, level.element, node("p", { class: "qc-buttons" }, compare, previous, next), answer),
    says.element,
    node("p", { class: "qc-buttons qc-figure-gap" }, restart),
  );

  const listed = (facts) => node("ul", {}, ...facts.map((fact) => node("li", { text: fact[language] })));

  function update() {
    const now = position();
    lens.show(now.lens);
    const fits = (one) => now.lens === "all" || one.roles.includes(now.lens);
    for (const one of actors) {
      chips[one.id].input.checked = one.id === now.actor;
      chips[one.id].element.hidden = !fits(one);
    }
    map.querySelectorAll(".qc-actors-group").forEach((group, place) => (group.hidden = !actors.some((one) => one.group === groups[place] && fits(one))));
    const shown = say("matching", { count: number(actors.filter(fits).length, language), total: number(actors.length, language) });
    if (count.textContent !== shown) count.textContent = shown;
    const actor = actors.find((one) => one.id === now.actor);
    if (card.dataset.actor !== actor.id) {
      card.dataset.actor = actor.id;
      card.replaceChildren(
        node("p", {}, node("strong", { text: actor.name[language] }), ` · ${say("group_" + actor.group)} · ${names(actor)}`),
        node("p", { text: actor.does[language] }),
        node("p", { class: "qc-figure-label", text: say("register") }),
        listed(actor.facts),
      );
    }

    const one = cards[now.at];
    const total = cards.length;
    steps.forEach((step, at) => {
      const other = cards[at];
      const state = now.compared.includes(other.id) ? "compared" : other.id in now.given ? "tagged" : "open";
      step.dataset.state = state;
      step.setAttribute("aria-label", `${number(at + 1, language)}, ${other.short[language]}, ${say("state_" + state)}`);
      step.toggleAttribute("aria-current", at === now.at);
      if (at === now.at) step.setAttribute("aria-current", "step");
    });
    heading.textContent = `${say("card_of", { place: number(now.at + 1, language), total: number(total, language) })} · ${one.short[language]}`;
    told.textContent = one.text[language];
    level.show(now.given[one.id]);
    previous.disabled = now.at === 0;
    next.disabled = now.at === total - 1;
    const compared = now.compared.includes(one.id);
    answer.hidden = !compared;
    if (compared)
      answer.replaceChildren(
        node("p", {}, node("strong", { text: say("reading", { level: say(one.level) }) })),
        node("p", { text: one.reason[language] }),
        node("p", { class: "qc-figure-label", text: say("register") }),
        listed(one.facts),
      );
    const done = cards.filter((other) => now.compared.includes(other.id));
    const right = done.filter((other) => now.given[other.id] === other.level).length;
    const values = { compared: number(done.length, language), total: number(total, language), right: number(right, language) };
    const match = compared ? say(now.given[one.id] === one.level ? "match" : "differ") + " " : "";
    says.say(match + say(done.length ? "progress" : "nothing_yet", values));
    restart.hidden = done.length < total;
  }
  model.on("change:position", update);
  update();
}

export default { render };
