/* Forums grouped by Québec's way in: three choices filter them, and one card says who sits there and what comes out. */
import { menu, node, sentence } from "./controls.js";
import { number, speaker } from "./words.js";

function render({ model, el }) {
  const say = speaker(model);
  const language = model.get("language");
  const { who, decides, rooms, forums } = model.get("data");
  const id = "figure-forums";
  const position = () => ({ who: "all", decides: "all", room: "all", forum: forums[0].id, ...model.get("position") });
  const fits = (one, now) =>
    (now.who === "all" || one.who.includes(now.who)) &&
    (now.decides === "all" || one.decides.includes(now.decides)) &&
    (now.room === "all" || one.room === now.room);
  const move = (change) => {
    const next = { ...position(), ...change };
    const found = forums.filter((one) => fits(one, next));
    if (found.length && !found.some((one) => one.id === next.forum)) next.forum = found[0].id;
    model.set("position", next);
    model.save_changes();
  };

  const filters = [
    ["who", who],
    ["decides", decides],
    ["room", rooms],
  ].map(([key, values]) =>
    Object.assign(
      menu({
        id: `${id}-${key}`,
        label: say(key),
        options: ["all", ...values].map((value) => [value, say(value)]),
        change: (value) => move({ [key]: value }),
      }),
      { key },
    ),
  );
  const says = sentence();
  const chips = Object.fromEntries(
    forums.map((one) => {
      const input = node("input", { type: "radio", name: `${id}-forum`, id: `${id}-forum-${one.id}`, value: one.id });
      input.addEventListener("change", () => move({ forum: one.id }));
      return [one.id, { input, element: node("label", { class: "qc-choose", for: input.id }, input, node("span", { text: one.name[language] })) }];
    }),
  );
  const groups = rooms.map((room) =>
    node(
      "div",
      { class: "qc-actors-group", role: "group", "aria-label": say(room) },
      node("p", { class: "qc-measure-name" }, node("span", { class: "qc-forum-mark", "aria-hidden": "true", text: `${say("mark_" + room)} ` }), say(room)),
      ...forums.filter((one) => one.room === room).map((one) => chips[one.id].element),
    ),
  );
  const list = node("fieldset", { class: "qc-choices qc-actors qc-figure-gap" }, node("legend", { text: say("forums") }), ...groups);
  const card = node("div", { class: "qc-reading", "aria-live": "polite" });
  el.append(node("div", { class: "qc-forum-filters" }, ...filters.map((one) => one.element)), says.element, list, card);

  const part = (key, facts) =>
    facts.length ? [node("p", { class: "qc-figure-label", text: say(key) }), node("ul", {}, ...facts.map((fact) => node("li", { text: fact[language] })))] : [];

  function update() {
    const now = position();
    filters.forEach((one) => one.show(now[one.key]));
    const found = forums.filter((one) => fits(one, now));
    const chosen = found.find((one) => one.id === now.forum);
    for (const one of forums) {
      chips[one.id].input.checked = one === chosen;
      chips[one.id].element.hidden = !found.includes(one);
    }
    groups.forEach((group, place) => (group.hidden = !found.some((one) => one.room === rooms[place])));
    list.hidden = card.hidden = !found.length;
    const open = found.filter((one) => one.room !== "silent").length;
    const values = { found: number(found.length, language), total: number(forums.length, language), open: number(open, language) };
    says.say(say(found.length ? "says_found" : "says_none", values));
    if (!chosen || card.dataset.forum === chosen.id) return;
    card.dataset.forum = chosen.id;
    card.replaceChildren(
      node("p", { class: "qc-measure-name", text: chosen.name[language] }),
      ...chosen.card[language].map((told) => node("p", { text: told })),
      ...part("register", chosen.facts),
      ...part("way", chosen.way),
    );
  }
  model.on("change:position", update);
  update();
}

export default { render };
