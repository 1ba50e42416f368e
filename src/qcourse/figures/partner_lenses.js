/* Three framings of one fact, then a field to write the fourth: counted on the page, never kept and never sent. */
import { choices, menu, node, sentence } from "./controls.js";
import { number, speaker } from "./words.js";

const WORD = /[\p{L}\p{N}]+(?:[’'\-][\p{L}\p{N}]+)*/gu;

function render({ model, el }) {
  const say = speaker(model);
  const language = model.get("language");
  const { fewest, most, checks, fact, lenses, helps } = model.get("data");
  const id = "figure-partner_lenses";
  const position = () => ({ lens: lenses[0].id, where: helps[0].id, ...model.get("position") });
  const move = (change) => {
    model.set("position", { ...position(), ...change });
    model.save_changes();
  };
  const listed = (facts) => node("ul", {}, ...facts.map((one) => node("li", { text: one[language] })));
  const labelled = (key, ...parts) => [node("p", { class: "qc-figure-label", text: say(key) }), ...parts];

  const lens = choices({
    id: `${id}-lens`,
    legend: say("lens"),
    options: lenses.map((one) => [one.id, one.name[language]]),
    change: (value) => move({ lens: value }),
    className: "qc-segments",
  });
  const shown = node("div", { class: "qc-reading" });
  const says = sentence();

  const where = menu({
    id: `${id}-where`,
    label: say("where"),
    options: [...helps.map((one) => [one.id, one.name[language]]), ["other", say("other")]],
    change: (value) => move({ where: value }),
  });
  const help = node("div");
  const field = node("textarea", { id: `${id}-text`, class: "qc-lens-field", rows: 6, autocomplete: "off", oninput: () => tell() });
  const counter = node("p", { class: "qc-lens-count", role: "status" });
  const boxes = checks.map((check) => {
    const input = node("input", { type: "checkbox", id: `${id}-${check}` });
    return node("label", { class: "qc-choose", for: input.id }, input, node("span", { text: say("check_" + check) }));
  });
  el.append(
    node("p", {}, node("strong", { text: say("fact") }), ` ${fact[language]}`),
    lens.element,
    shown,
    says.element,
    node("p", { class: "qc-measure-name qc-figure-gap", text: say("yours") }),
    where.element,
    help,
    node("label", { for: field.id, text: say("write") }),
    field,
    counter,
    node("fieldset", { class: "qc-choices" }, node("legend", { text: say("checks") }), ...boxes),
  );

  function tell() {
    const count = (field.value.match(WORD) || []).length;
    const key = count < 2 ? count : count < fewest ? "few" : count <= most ? "good" : "many";
    const told = say(`count_${key}`, { count: number(count, language), most: number(most, language) });
    if (counter.textContent !== told) counter.textContent = told;
  }

  function update() {
    const now = position();
    const one = lenses.find((other) => other.id === now.lens);
    lens.show(now.lens);
    shown.replaceChildren(
      ...labelled("listens", node("p", { text: one.listens[language] })),
      node("blockquote", { class: "qc-lens-text" }, node("p", { text: one.text[language] })),
      ...labelled("mind", node("p", { text: one.mind[language] })),
      ...labelled("rests", listed(one.facts)),
    );
    says.say(say("says", { name: one.name[language], count: number(one.count[language], language) }));
    where.show(now.where);
    const offered = helps.find((other) => other.id === now.where);
    help.replaceChildren(...(offered ? labelled("help", listed(offered.facts)) : labelled("help_none")));
  }
  model.on("change:position", update);
  tell();
  update();
}

export default { render };
