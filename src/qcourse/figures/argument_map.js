/* Supports to keep or drop, one objection to let speak, and the conclusions that still hold. */
import { button, choices, menu, node, sentence, table } from "./controls.js";
import { number, speaker } from "./words.js";

function render({ model, el }) {
  const say = speaker(model);
  const language = model.get("language");
  const { supports, conclusions, objections, holds } = model.get("data");
  const id = "figure-argument_map";
  const start = { off: [], objection: "none", open: supports[0].id };
  const position = () => ({ ...start, ...model.get("position") });
  const move = (change) => {
    model.set("position", { ...position(), ...change });
    model.save_changes();
  };
  const names = Object.fromEntries(supports.map((one) => [one.id, one.short[language]]));

  const boxes = supports.map((one) => {
    const input = node("input", { type: "checkbox", id: `${id}-${one.id}` });
    input.addEventListener("change", () => {
      const { off } = position();
      move({ off: input.checked ? off.filter((other) => other !== one.id) : [...off, one.id], open: one.id });
    });
    const mark = node("em", { class: "qc-aim-mark" });
    const kind = node("span", { class: "qc-figure-label", text: ` · ${say("kind_" + one.kind)} ` });
    return { input, mark, element: node("label", { class: "qc-choose", for: input.id }, input, node("span", {}, one.short[language], kind, mark)) };
  });
  const open = menu({ id: `${id}-open`, label: say("read"), options: supports.map((one) => [one.id, one.short[language]]), change: (value) => move({ open: value }) });
  const card = node("div", { class: "qc-reading" });
  const objection = choices({
    id: `${id}-objection`,
    legend: say("objections"),
    options: [["none", say("none")], ...objections.map((one) => [one.id, one.short[language]])],
    change: (value) => move({ objection: value }),
  });
  const reply = node("div", { class: "qc-reading", "aria-live": "polite" });
  const result = table(say("holds"));
  const says = sentence();
  el.append(
    node(
      "div",
      { class: "qc-pair" },
      node("fieldset", { class: "qc-choices" }, node("legend", { text: say("supports") }), ...boxes.map((one) => one.element)),
      node("div", {}, objection.element, reply),
    ),
    result.element,
    says.element,
    node("div", { class: "qc-figure-gap" }, open.element, card),
    node("p", { class: "qc-buttons qc-figure-gap" }, button(say("restart"), () => move(start))),
  );

  const listed = (facts) => node("ul", {}, ...facts.map((fact) => node("li", { text: fact[language] })));
  const named = (need) => need.map((support) => names[support]).join(say("or"));

  function update() {
    const now = position();
    const spoken = objections.find((one) => one.id === now.objection);
    const stand = supports.map((one) => one.id).filter((one) => !now.off.includes(one) && one !== spoken?.hits);
    boxes.forEach(({ input, mark }, place) => {
      input.checked = !now.off.includes(supports[place].id);
      mark.textContent = spoken?.hits === supports[place].id ? say("set_aside") : "";
    });
    objection.show(now.objection);
    reply.hidden = !spoken;
    if (spoken && reply.dataset.objection !== spoken.id)
      reply.replaceChildren(
        node("p", { text: spoken.says[language] }),
        listed(spoken.facts),
        node("p", {}, node("strong", { text: say("answer") + " · " }), spoken.left[language]),
      );
    reply.dataset.objection = now.objection;

    const kept = supports.reduce((sum, one, place) => sum + (now.off.includes(one.id) ? 0 : 2 ** place), 0);
    const hold = parseInt(holds[now.objection][kept], 32);
    const stands = conclusions.map((one, place) => Math.floor(hold / 2 ** place) % 2 === 1);
    result.show([
      [say("conclusion"), say("now")],
      ...conclusions.map((one, place) => {
        const missing = one.needs.filter((need) => !need.some((support) => stand.includes(support)));
        return [one.short[language], stands[place] ? say("stands") : say("falls", { missing: missing.map(named).join(say("and")) })];
      }),
    ]);
    says.say(say("says", { holding: number(stands.filter(Boolean).length, language), total: number(conclusions.length, language) }));

    const opened = supports.find((one) => one.id === now.open);
    open.show(now.open);
    card.replaceChildren(node("p", { text: opened.says[language] }), listed(opened.facts));
  }
  model.on("change:position", update);
  update();
}

export default { render };
