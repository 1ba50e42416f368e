/* A line from post to server, with or without an interceptor, with or without a proof: what was run, looked up. */
import { drawn } from "./arrows.js";
import { choices, node, sentence, table } from "./controls.js";
import { speaker } from "./words.js";

const WIDTH = 320;

function render({ model, el }) {
  const say = speaker(model);
  const language = model.get("language");
  const { proofs, lines, message, cases } = model.get("data");
  const id = "figure-in_the_middle";
  const start = { proof: proofs[0], line: lines[0] };
  const position = () => ({ ...start, ...model.get("position") });
  const move = (change) => {
    model.set("position", { ...position(), ...change });
    model.save_changes();
  };
  const group = (key, options) =>
    choices({ id: `${id}-${key}`, legend: say(key), options: options.map((one) => [one, say(one)]), change: (value) => move({ [key]: value }) });

  const where = group("line", lines);
  const proof = group("proof", proofs);
  const scene = drawn("svg", { class: "qc-trip", "aria-hidden": "true", viewBox: `0 0 ${WIDTH} 66` });
  const says = sentence();
  const holds = table(say("holds"));
  const content = node("p", { class: "qc-figure-gap", text: say("to_send", { message: message[language] }) });
  el.append(node("div", { class: "qc-pair" }, where.element, proof.element), scene, says.element, content, holds.element);

  function draw(now, result) {
    const middle = now.line === "middle";
    const stopped = result.accepted === false;
    const word = (x, y, text, className = "") => drawn("text", { x, y, class: className, "text-anchor": "middle" }, text);
    const place = (x, half, key) => [drawn("rect", { class: "qc-trip-place", x: x - half, y: 20, width: 2 * half, height: 34, rx: 6 }), word(x, 42, say(key))];
    const link = (x1, x2, letter, broken) => [
      drawn("line", { class: broken ? "qc-trip-branch" : "qc-trip-line", x1, x2, y1: 37, y2: 37 }),
      word((x1 + x2) / 2, 30, letter, "qc-middle-letter"),
    ];
    scene.replaceChildren(
      ...place(38, 36, "post"),
      ...place(WIDTH - 38, 36, "server"),
      ...(middle
        ? [
            ...place(WIDTH / 2, 46, "interceptor"),
            ...link(74, 114, stopped ? "✕" : result.letters.post, stopped),
            ...link(206, 246, result.letters.server, false),
          ]
        : link(74, 246, result.letters.server, false)),
    );
  }

  function rows(now, result) {
    const { letters, readers } = result;
    const reads = (who) => say(readers.includes(who) ? "reads" : "reads_not");
    const post = [say("post"), letters.post || say("no_secret"), say(readers.length ? "sends" : "keeps")];
    const server = [say("server"), letters.server || say("no_secret"), reads("server")];
    if (now.line === "free") return [post, server];
    const secrets = say(letters.to_post ? "two" : "one", { first: letters.to_post || "", second: letters.to_server });
    return [post, [say("interceptor"), secrets, reads("interceptor")], server];
  }

  function update() {
    const now = position();
    const name = `${now.proof}_${now.line}`;
    const result = cases[name];
    where.show(now.line);
    proof.show(now.proof);
    draw(now, result);
    says.say(say(`says_${name}`));
    holds.show([[say("who"), say("secret"), say("message")], ...rows(now, result)]);
  }
  model.on("change:position", update);
  update();
}

export default { render };
