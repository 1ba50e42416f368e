/* Teleportation step by step, with its four branches; every number is looked up in what Python computed. */
import { arrows } from "./arrows.js";
import { button, choices, menu, node, sentence, table } from "./controls.js";
import { number, percent, speaker } from "./words.js";

function render({ model, el }) {
  const say = speaker(model);
  const language = model.get("language");
  const data = model.get("data");
  const id = "figure-teleport_steps";
  const start = { state: 0, at: 0, branch: 0, bits: "with" };
  const position = () => ({ ...start, ...model.get("position") });
  const move = (change) => {
    model.set("position", { ...position(), ...change });
    model.save_changes();
  };
  const share = (value) => percent(value, language);
  const total = number(data.steps.length, language);

  const state = menu({
    id: `${id}-state`,
    label: say("state"),
    options: data.states.map((_, at) => [at, say(`state_${at}`)]),
    change: (value) => move({ state: Number(value) }),
  });
  const named = (at) => {
    const step = data.steps[at];
    return say("step_of", { place: number(at + 1, language), total, name: say(`name_${step}`) });
  };
  const numbered = data.steps.map((_, at) => {
    const one = button(number(at + 1, language), () => move({ at }), "qc-step");
    one.setAttribute("aria-label", named(at));
    return one;
  });
  const heading = node("p", { class: "qc-measure-name", tabindex: -1 });
  const previous = button(say("previous"), () => go(position().at - 1));
  const next = button(say("next"), () => go(position().at + 1), "qc-button-main");
  const branch = choices({
    id: `${id}-branch`,
    legend: say("branch"),
    options: data.branches.map(({ bits }, at) => [at, bits]),
    change: (value) => move({ branch: value }),
    className: "qc-segments",
  });
  const bits = choices({
    id: `${id}-bits`,
    legend: say("bits"),
    options: ["with", "without"].map((key) => [key, say(key)]),
    change: (value) => move({ bits: value }),
    className: "qc-segments",
  });
  const eight = arrows(data.digits, language, data.reach);
  const joint = node("div", {}, node("p", { class: "qc-figure-label", text: say("eight") }), eight.element);
  const outcomes = [say("zero"), say("one")];
  const [sent, bob] = [arrows(outcomes, language), arrows(outcomes, language)];
  const bobLabel = node("p", { class: "qc-figure-label" });
  const bobSide = node("div", {}, bobLabel, bob.element);
  const sides = node(
    "div",
    { class: "qc-pair" },
    node("div", {}, node("p", { class: "qc-figure-label", text: say("sent_arrows") }), sent.element),
    bobSide,
  );
  const meter = node("strong");
  const fill = node("span", { class: "qc-meter-fill" });
  const bar = node(
    "div",
    { class: "qc-meter" },
    node("p", { class: "qc-meter-head" }, say("success"), " ", meter),
    node("div", { class: "qc-meter-bar", "aria-hidden": "true" }, fill),
  );
  const says = sentence();
  const rows = table(say("branches"));
  const scroll = node("div", { class: "qc-figure-scroll", tabindex: 0, role: "group", "aria-label": say("branches") }, rows.element);

  function go(at) {
    move({ at });
    heading.focus();
  }

  el.append(
    state.element,
    node("div", { class: "qc-steps", role: "group", "aria-label": say("steps") }, ...numbered),
    heading,
    node("p", { class: "qc-buttons" }, previous, next),
    branch.element,
    bits.element,
    joint,
    sides,
    bar,
    says.element,
    scroll,
  );

  function update() {
    const now = position();
    const step = data.steps[now.at];
    const shown = data.states[now.state];
    const split = now.at > 1;
    const last = step === "sent";
    const arrive = last && now.bits === "with";
    const here = { ...data.branches[now.branch], ...shown.branches[now.branch] };
    const success = share(shown.success[now.at][now.bits === "with" ? 1 : 0]);
    state.show(now.state);
    numbered.forEach((one, at) => {
      one.dataset.state = at < now.at ? "compared" : "open";
      one.removeAttribute("aria-current");
      if (at === now.at) one.setAttribute("aria-current", "step");
    });
    heading.textContent = named(now.at);
    previous.disabled = now.at === 0;
    next.disabled = now.at === data.steps.length - 1;
    joint.hidden = split;
    branch.element.hidden = bobSide.hidden = scroll.hidden = !split;
    bits.element.hidden = !last;
    branch.show(now.branch);
    bits.show(now.bits);
    if (!split) eight.show(shown.eight[now.at].map((amplitude) => [amplitude, 0]));
    sent.show(shown.sent.map((amplitude) => [amplitude, 0]));
    bob.show((arrive ? here.after : here.before).map((amplitude) => [amplitude, 0]));
    bobLabel.textContent = say("bob_arrows", { bits: here.bits });
    meter.textContent = success;
    fill.style.width = 100 * shown.success[now.at][now.bits === "with" ? 1 : 0] + "%";
    rows.show([
      ["bits", "chance", "effect", "gates", "passes", "arrives"].map((key) => say(`head_${key}`)),
      ...shown.branches.map((one, at) => {
        const { bits: name, effect, gates } = data.branches[at];
        return [name, share(one.chance), say(`effect_${effect}`), say(`gate_${gates}`), share(one.passes), share(one.arrives)];
      }),
    ]);
    const key = last ? now.bits : step;
    says.say(
      say(`says_${key}`, {
        bits: here.bits,
        success,
        chance: share(here.chance),
        effect: say(`effect_${here.effect}`),
        gates: say(`gate_${here.gates}`),
      }),
    );
  }
  model.on("change:position", update);
  update();
}

export default { render };
