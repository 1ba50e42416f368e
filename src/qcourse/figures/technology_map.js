/* A map of technologies by use and maturity, seen by family; one technology at a time with its dated facts. */
import { choices, node, sentence } from "./controls.js";
import { number, speaker } from "./words.js";

function render({ model, el }) {
  const say = speaker(model);
  const language = model.get("language");
  const { families, uses, maturities, technologies } = model.get("data");
  const id = "figure-technology_map";
  const position = () => ({ lens: "all", technology: technologies[0].id, ...model.get("position") });
  const move = (change) => {
    model.set("position", { ...position(), ...change });
    model.save_changes();
  };
  const fits = (one, lens) => lens === "all" || one.family === lens || (lens === "quebec" && one.marks.includes("quebec"));

  const lens = choices({
    id: `${id}-lens`,
    legend: say("lens"),
    options: ["all", ...families, "quebec"].map((one) => [one, say(one)]),
    change: (value) => {
      const { technology } = position();
      const fitting = technologies.filter((one) => fits(one, value));
      move({ lens: value, technology: fitting.some((one) => one.id === technology) ? technology : fitting[0].id });
    },
    className: "qc-segments",
  });
  const criterion = node(
    "details",
    { class: "qc-techs-criterion" },
    node("summary", { text: say("criterion") }),
    node(
      "ul",
      {},
      ...maturities.map((one) =>
        node("li", {}, node("span", { "aria-hidden": "true", text: say("sign_" + one) + " " }), node("strong", { text: say(one) }), ` – ${say("criterion_" + one)}`),
      ),
    ),
  );
  const chips = Object.fromEntries(
    technologies.map((one) => {
      const input = node("input", { type: "radio", name: `${id}-technology`, id: `${id}-technology-${one.id}`, value: one.id });
      input.addEventListener("change", () => move({ technology: one.id }));
      const sign = node("span", { class: "qc-techs-sign", "aria-hidden": "true", text: say("sign_" + one.maturity) });
      const unseen = node("span", { class: "qc-unseen", text: ` (${say(one.maturity)})` });
      const element = node("label", { class: "qc-choose", for: input.id }, input, sign, node("span", { text: one.name[language] }), unseen);
      return [one.id, { input, element }];
    }),
  );
  const rows = uses.map((use) => {
    const own = technologies.filter((one) => one.use === use.id);
    const cells = maturities.map((maturity) =>
      node("div", { class: "qc-techs-cell" }, ...own.filter((one) => one.maturity === maturity).map((one) => chips[one.id].element)),
    );
    const name = node("p", { class: "qc-techs-use" }, node("strong", { text: say(use.id) }), node("span", { text: say(use.family) }));
    const label = `${say(use.family)}, ${say(use.id)}`;
    return { own, element: node("div", { class: "qc-techs-row", role: "group", "aria-label": label }, name, ...cells) };
  });
  const head = node(
    "div",
    { class: "qc-techs-row qc-techs-head", "aria-hidden": "true" },
    node("p", { text: "" }),
    ...maturities.map((one) => node("p", { text: `${say("sign_" + one)} ${say(one)}` })),
  );
  const map = node("fieldset", { class: "qc-choices qc-techs" }, node("legend", { text: say("choose") }), head, ...rows.map((one) => one.element));
  const says = sentence();
  const card = node("div", { class: "qc-reading", "aria-live": "polite" });

  el.append(lens.element, criterion, map, says.element, card);

  function showCard(one) {
    if (card.dataset.technology === one.id) return;
    card.dataset.technology = one.id;
    const reviewed = one.marks.includes("peer_reviewed") || one.marks.includes("preprint");
    const marks = one.marks.map((mark) => say("mark_" + mark)).join(say("and"));
    const place = [say(one.family), say(one.use), `${say("sign_" + one.maturity)} ${say(one.maturity)}`].join(say("and"));
    const qualifiers = [marks && marks + ".", one.maturity === "laboratory" && !reviewed ? say("unsaid") : ""].filter(Boolean).join(" ");
    card.replaceChildren(
      node("p", { class: "qc-measure-name", text: one.name[language] }),
      node("p", { class: "qc-figure-label", text: place }),
      node("p", { class: "qc-figure-label", text: say("register") }),
      node("ul", {}, ...one.facts.map((fact) => node("li", { text: fact[language] }))),
      ...(qualifiers ? [node("p", { class: "qc-techs-marks" }, node("strong", { text: say("marks") }), ` – ${qualifiers}`)] : []),
      node("p", { class: "qc-techs-not" }, node("strong", { text: say("not_shown") }), ` – ${one.not_shown[language]}`),
    );
  }

  function update() {
    const now = position();
    lens.show(now.lens);
    for (const one of technologies) {
      chips[one.id].input.checked = one.id === now.technology;
      chips[one.id].element.hidden = !fits(one, now.lens);
    }
    for (const row of rows) row.element.hidden = !row.own.some((one) => fits(one, now.lens));
    const shown = technologies.filter((one) => fits(one, now.lens));
    const counts = Object.fromEntries(maturities.map((maturity) => [maturity, number(shown.filter((one) => one.maturity === maturity).length, language)]));
    const lensName = say(now.lens);
    says.say(
      say("count", {
        lens: lensName[0].toUpperCase() + lensName.slice(1),
        count: number(shown.length, language),
        total: number(technologies.length, language),
        ...counts,
      }),
    );
    showCard(technologies.find((one) => one.id === now.technology));
  }
  model.on("change:position", update);
  update();
}

export default { render };
