/* Five lanes of dated milestones: a slider moves the day from which to look, a choice reads one jurisdiction in full. */
import { drawn } from "./arrows.js";
import { choices, sentence, slider, table } from "./controls.js";
import { speaker } from "./words.js";

const TOP = 26;
const LANE = 58;

function render({ model, el }) {
  const say = speaker(model);
  const { today, years, countries, forces, milestones } = model.get("data");
  const id = "figure-timelines";
  const clock = new Date();
  const now = [clock.getFullYear(), clock.getMonth() + 1, clock.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  const here = now > today ? now : today;
  const first = Math.min(Number(here.slice(0, 4)), years[1]);
  const position = () => ({ year: first, country: "canada", ...model.get("position") });
  const move = (change) => {
    model.set("position", { ...position(), ...change });
    model.save_changes();
  };
  const dayOf = (year) => (year <= first ? here : `${year}-01-01`);
  const of = (country) => milestones.map((one, place) => ({ ...one, place })).filter((one) => one.country === country);
  const next = (country, day) => of(country).find((one) => one.day > day);
  const about = (place, key) => say(`mark_${place}_${key}`);

  const from = slider({
    id: `${id}-from`,
    label: say("from"),
    min: first,
    max: years[1],
    format: (year) => (year <= first ? say("today") : say("first_of", { year })),
    change: (year) => move({ year }),
  });
  const pick = choices({
    id: `${id}-country`,
    legend: say("choose"),
    options: countries.map((country) => [country, say(country)]),
    change: (country) => move({ country }),
    className: "qc-segments qc-figure-gap",
  });
  const element = drawn("svg", { class: "qc-lanes", "aria-hidden": "true" });
  const coming = table(say("next"));
  const all = table(say("all"));
  const says = sentence();
  el.append(element, from.element, coming.element, pick.element, says.element, all.element);

  function draw(width) {
    const { year, country } = position();
    const day = dayOf(year);
    const side = 18;
    const [begin, end] = years;
    const x = (at) => side + ((width - 2 * side) * (at - begin)) / (end - begin);
    const lane = (one) => TOP + LANE * countries.indexOf(one) + 38;
    const foot = TOP + LANE * countries.length;
    const parts = [];
    const every = width < 460 ? 2 : 1;
    for (let at = begin; at <= end; at += 1) {
      parts.push(drawn("line", { class: "qc-lanes-year", x1: x(at), x2: x(at), y1: TOP - 4, y2: foot }));
      if ((at - begin) % every === 0 && at < end) parts.push(drawn("text", { class: "qc-lanes-scale", x: x(at + 0.5), y: 14, "text-anchor": "middle" }, String(at)));
    }
    const [whole, month, of_month] = day.split("-").map(Number);
    const seen = x(Math.min(whole + (month - 1 + of_month / 31) / 12, end));
    parts.push(drawn("line", { class: "qc-lanes-now", x1: seen, x2: seen, y1: TOP - 4, y2: foot }));
    for (const one of countries) {
      parts.push(drawn("text", { class: one === country ? "qc-lanes-here" : "", x: side, y: lane(one) - 18 }, say(one)));
      parts.push(drawn("line", { class: one === country ? "qc-lanes-lane qc-lanes-lane-here" : "qc-lanes-lane", x1: side, x2: width - side, y1: lane(one), y2: lane(one) }));
    }
    const depth = {};
    for (const one of milestones) {
      const key = one.country + one.day;
      depth[key] = key in depth ? depth[key] + 1 : 0;
      const y = lane(one.country) + [0, 13, -13][depth[key]];
      parts.push(drawn("g", { class: `qc-lanes-mark qc-lanes-${one.force}${one.day > day ? "" : " qc-lanes-passed"}` }, shape(one.force, x(one.at), y)));
    }
    forces.forEach((force, place) => {
      const [a, b] = [side + 8 + (place % 2) * (width / 2 - side), foot + 20 + 22 * Math.floor(place / 2)];
      parts.push(drawn("g", { class: `qc-lanes-mark qc-lanes-${force}` }, shape(force, a, b)), drawn("text", { x: a + 14, y: b + 5 }, say(force)));
    });
    element.setAttribute("viewBox", `0 0 ${width} ${foot + 54}`);
    element.style.maxWidth = `${width}px`;
    element.replaceChildren(...parts);
  }

  const width = () => Math.min(Math.max(el.clientWidth, 260), 660);
  function update() {
    const { year, country } = position();
    const day = dayOf(year);
    from.show(year);
    pick.show(country);
    draw(width());
    const ahead = countries.map((one) => next(one, day));
    coming.show([[say("who"), say("step")], ...countries.map((one, place) => [say(one), ahead[place] ? about(ahead[place].place, "coming") : say("nothing")])]);
    const own = ahead[countries.indexOf(country)];
    says.say(own ? about(own.place, "says") : say(`none_${country}`));
    all.show([
      [say("when"), say("step"), say("force")],
      ...of(country).map((one) => [one.day > day ? about(one.place, "when") : say("passed", { date: about(one.place, "when") }), about(one.place, "label"), about(one.place, "status")]),
    ]);
  }
  new ResizeObserver(() => draw(width())).observe(el);
  model.on("change:position", update);
  update();
}

/** A square for what is required, a disc for what is asked, a diamond for a plan, a dashed ring for a draft. */
function shape(force, x, y) {
  if (force === "required") return drawn("rect", { x: x - 6, y: y - 6, width: 12, height: 12 });
  if (force === "planned") return drawn("polygon", { points: `${x},${y - 7} ${x + 7},${y} ${x},${y + 7} ${x - 7},${y}` });
  return drawn("circle", { cx: x, cy: y, r: force === "draft" ? 5.5 : 6 });
}

export default { render };
