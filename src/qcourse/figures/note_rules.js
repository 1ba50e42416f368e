/* The form of a note, step for step as checks/notes.py reads it, from the same rules: nothing here says that a note is true. */

const SPACES = "\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff";
const CITATION = /\[fact:([^\[\]\n]*)\]/g;
const CITED = "\0";
const MORE_THAN_POINTS = /[^\0.,;:!?()\u00ab\u00bb]/;
const WORD = new RegExp(`[^${SPACES}]+`, "g");
const HEADING = /^ {0,3}#{1,6}(?:[ \t]+(.*))?$/;
const FENCE = /^ {0,3}(`{3,}|~{3,})(.*)$/;
const SENTENCE_END = /[.!;]|\n[ \t]*(?=\n|[-*+>#]|[0-9]+[.)])/;

/** Text as the patterns expect it: no marks on letters, lower case, plain apostrophes, hyphens and spaces. */
export function fold(text) {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f\u00ad\u200b]/g, "")
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc\u0060\u00b4]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(new RegExp(`(?!\\n)[${SPACES}]`, "g"), " ");
}

/** The lines outside headings (code included), the headings, and the headings that are only lines of code. */
function parted(text) {
  const prose = [];
  const titles = [];
  const coded = [];
  let fence = "";
  for (const line of text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n").split("\n")) {
    const mark = FENCE.exec(line);
    const heading = HEADING.exec(line);
    if (fence) {
      if (mark && mark[1][0] === fence[0] && mark[1].length >= fence.length && !mark[2].replace(/[ \t]/g, "")) fence = "";
      else if (heading) coded.push(heading[1] || "");
      prose.push(line);
    } else if (mark && !(mark[1][0] === "`" && mark[2].includes("`"))) {
      fence = mark[1];
      prose.push(line);
    } else if (heading) titles.push(heading[1] || "");
    else prose.push(line);
  }
  return { prose, titles, coded };
}

/** A heading without the marks around it. */
function bare(title) {
  let end = title.length;
  while (end && " *_#:.".includes(title[end - 1])) end -= 1;
  return title.slice(0, end).replace(/^[ *_]+/, "");
}

function named(names, titles) {
  const byFold = new Map(names.map((name) => [fold(name), name]));
  return titles.map((title) => byFold.get(bare(fold(title)))).filter((name) => name !== undefined);
}

/** The words of a line; a citation is none, nor is the point after it. */
function wordCount(line) {
  const found = line.replace(CITATION, CITED).match(WORD) || [];
  return found.filter((one) => !one.includes(CITED) || MORE_THAN_POINTS.test(one)).length;
}

/** The pattern where it begins and ends with whole words; its first group is the match itself. */
function whole(pattern, flags = "") {
  return new RegExp(`(?:^|[^a-z0-9])(${pattern})(?![a-z0-9])`, flags);
}

function claimed(rules, pattern, sentence) {
  const found = whole(pattern).exec(sentence);
  if (!found || sentence.endsWith("?") || whole(rules.refutations).test(sentence)) return false;
  const before = sentence.slice(0, found.index + found[0].length - found[1].length).replace(whole(rules.no_denials, "g"), " ");
  let clause = before;
  for (const turn of before.matchAll(whole(rules.turns, "g"))) clause = before.slice(turn.index + turn[0].length);
  return !whole(rules.denials).test(clause);
}

/** How many lines begin with the marker, in either language, and go on with a word. */
function count(marker, lines) {
  const begins = new RegExp(`^[ >*_+-]*(?:[0-9]+[.)][ *_]*)?(?:${fold(marker.en)}|${fold(marker.fr)})[ *_]*:(.*)$`);
  return lines.filter((line) => {
    const found = begins.exec(fold(line));
    return found && /[^ *_.:;,!?-]/.test(found[1]);
  }).length;
}

/** The form of `text` against a template; `facts` gives the facts that may be stated, each with the day its check is due, or null. */
export function inspect(text, { rules, facts, barred, template, today, prefer }) {
  const asked = rules.templates[template];
  const { prose, titles, coded } = parted(text);
  const body = prose.join("\n");
  let language = prefer;
  let headings = [];
  let hidden = [];
  if (asked.headings) {
    const found = Object.fromEntries(["en", "fr"].map((one) => [one, named(asked.headings[one], titles)]));
    const other = prefer === "en" ? "fr" : "en";
    language = new Set(found[other]).size > new Set(found[prefer]).size ? other : prefer;
    headings = found[language];
    hidden = named(asked.headings[language], coded).filter((name) => !headings.includes(name));
  }
  const words = prose.reduce((sum, line) => sum + wordCount(line), 0);
  const ids = [...new Set([...body.matchAll(CITATION)].map((found) => found[1].replace(/^ +| +$/g, "")))];
  const known = ids.filter((id) => Object.hasOwn(facts, id));
  const expired = known.filter((id) => facts[id] !== null && facts[id] < today);
  const cited = known.filter((id) => !expired.includes(id));
  const uncited = body.replace(CITATION, "").split("\n");
  const lines = Object.fromEntries(asked.lines.map((name) => [name, count(rules.lines[name], uncited)]));
  const parts = fold([...titles, "", body].join("\n").replace(CITATION, "")).replaceAll("?", "?.").split(SENTENCE_END);
  const sentences = parts.map((part) => (part.match(WORD) || []).join(" "));
  const claims = rules.claims
    .filter((claim) => claim.patterns.some((pattern) => sentences.some((one) => claimed(rules, pattern, one))))
    .map((claim) => claim.id);
  const filled = [...prose, ...titles].filter((line) => line.search(WORD) >= 0).length;
  const items = { length: words > 0 && words <= asked.most_words };
  if (asked.headings) items.headings = headings.join("\n") === asked.headings[language].join("\n");
  if (asked.exact_lines) items.exact_lines = filled === asked.exact_lines;
  items.citations = cited.length >= asked.least_citations;
  for (const name of asked.lines) items[name] = lines[name] === 1;
  items.claims = !claims.length;
  return {
    items,
    language,
    words,
    headings,
    hidden_headings: hidden,
    cited,
    unknown: ids.filter((id) => !known.includes(id) && !barred.includes(id)),
    barred: ids.filter((id) => barred.includes(id)),
    expired,
    lines,
    claims,
    filled_lines: filled,
  };
}
