/* The arithmetic of a small circuit: amplitudes are [re, im] pairs, bit k of an index is qubit k (as in Qiskit). */

const HALF = Math.SQRT1_2;

/** The 2 × 2 matrix of a gate on one qubit, row by row; `angle` in degrees. */
export function matrix(gate, angle = 0) {
  const half = (angle * Math.PI) / 360;
  const [c, s] = [Math.cos(half), Math.sin(half)];
  const turn = (phase) => [[1, 0], [0, 0], [0, 0], [Math.cos(phase), Math.sin(phase)]];
  const gates = {
    h: () => [[HALF, 0], [HALF, 0], [HALF, 0], [-HALF, 0]],
    x: () => [[0, 0], [1, 0], [1, 0], [0, 0]],
    y: () => [[0, 0], [0, -1], [0, 1], [0, 0]],
    z: () => [[1, 0], [0, 0], [0, 0], [-1, 0]],
    s: () => [[1, 0], [0, 0], [0, 0], [0, 1]],
    t: () => turn(Math.PI / 4),
    rx: () => [[c, 0], [0, -s], [0, -s], [c, 0]],
    ry: () => [[c, 0], [-s, 0], [s, 0], [c, 0]],
    rz: () => [[c, -s], [0, 0], [0, 0], [c, s]],
  };
  return gates[gate]();
}

/** The arrows that the gate sends to one outcome: `{ from, arrow }` for each that is not zero. */
export function paths(state, { gate, qubits, angle }, outcome) {
  const [q, r] = qubits.map((qubit) => 1 << qubit);
  let sources;
  if (gate === "cx") sources = [[outcome & q ? outcome ^ r : outcome, [1, 0]]];
  else if (gate === "cz") sources = [[outcome, [outcome & q && outcome & r ? -1 : 1, 0]]];
  else if (gate === "swap") sources = [[!(outcome & q) === !(outcome & r) ? outcome : outcome ^ (q | r), [1, 0]]];
  else {
    const row = outcome & q ? 2 : 0;
    const entries = matrix(gate, angle);
    sources = [[outcome & ~q, entries[row]], [outcome | q, entries[row + 1]]];
  }
  return sources.map(([from, entry]) => ({ from, arrow: times(entry, state[from]) })).filter(({ arrow }) => Math.hypot(...arrow) > 1e-9);
}

/** The state after each gate, the start (all qubits 0) first. */
export function states(count, gates) {
  const start = Array.from({ length: 2 ** count }, (_, index) => [index ? 0 : 1, 0]);
  const all = [start];
  for (const gate of gates) all.push(start.map((_, outcome) => paths(all.at(-1), gate, outcome).reduce(sum, [0, 0])));
  return all;
}

function sum([a, b], { arrow: [c, d] }) {
  return [a + c, b + d];
}

function times([a, b], [c, d]) {
  return [a * c - b * d, a * d + b * c];
}
