/* A measure and a profile: what applied before, what applies after, and what is not known. */
import { menu, node, sentence } from "./controls.js";
import { speaker } from "./words.js";

function render({ model, el }) {
  const say = speaker(model);
  const language = model.get("language");
  const { profiles, measures } = model.get("data");
  const id = "figure-talent_measures";
  const position = () => ({ measure: measures[0].id, profile: profiles[0], ...model.get("position") });
  const move = (change) => {
    model.set("position", { ...position(), ...change });
    model.save_changes();
  };
  const pick = (key, options) => menu({ id: `${id}-${key}`, label: say(key), options, change: (value) => move({ [key]: value }) });
  const measure = pick("measure", measures.map((one) => [one.id, one.name[language]]));
  const profile = pick("profile", profiles.map((one) => [one, say(one)]));
  const cards = ["before", "after"].map((time) => [time, node("div", { class: "qc-reading" })]);
  const unknown = node("p", { class: "qc-unknown" });
  const says = sentence();

  el.append(
    measure.element,
    profile.element,
    node("div", { class: "qc-pair" }, ...cards.map(([, card]) => card)),
    node("p", { class: "qc-figure-label", text: say("unknown") }),
    unknown,
    says.element,
  );

  function update() {
    const now = position();
    const one = measures.find((other) => other.id === now.measure);
    const marks = one.profiles[now.profile];
    measure.show(now.measure);
    profile.show(now.profile);
    cards.forEach(([time, card], place) =>
      card.replaceChildren(
        node("p", {}, node("strong", { text: say(time) })),
        node("p", { text: one[time][language] }),
        node("p", {}, node("strong", { text: say("for_profile", { mark: say(marks[place]) }) })),
        node("p", { class: "qc-figure-label", text: say("register") }),
        node("ul", {}, ...one[`${time}_facts`].map((fact) => node("li", { text: fact[language] }))),
      ),
    );
    unknown.textContent = one.open[language];
    const key = marks[0] === marks[1] ? "same" : "changed";
    says.say(say(key, { measure: say(now.profile), before: say(marks[0]), after: say(marks[1]) }));
  }
  model.on("change:position", update);
  update();
}

export default { render };
