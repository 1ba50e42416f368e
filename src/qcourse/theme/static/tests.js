// The tests before and after: answers with a stated chance, a result kept in the reader's record, nothing sent.
// The questions stand in the page, for paper too; test_forms.js carries the key, the reasons and the texts.
(function () {
  "use strict";
  var data = window.qcourseTests, kept = window.qcourseRecord, place = document.querySelector(".qc-test");
  if (!data || !kept || !place) return;
  var letter = place.getAttribute("data-form"), french = document.documentElement.lang === "fr";
  var root = document.documentElement.getAttribute("data-content_root") || "./";
  var all = function (selector, from) { return Array.prototype.slice.call((from || document).querySelectorAll(selector)); };
  var words = function (key, values) {
    return data.words[key].replace(/\{(\w+)\}/g, function (whole, name) { return values && name in values ? String(values[name]) : whole; });
  };
  var number = function (value, digits) { return value.toLocaleString(french ? "fr-CA" : "en-CA", { minimumFractionDigits: digits || 0, maximumFractionDigits: digits || 0 }).replace("-", "\u2212"); };
  var make = function (tag, name, text) {
    var element = document.createElement(tag);
    if (name) element.className = name;
    if (text) element.textContent = text;
    return element;
  };
  var add = function (parent, tag, name, text) { return parent.appendChild(make(tag, name, text)); };
  var button = function (parent, key, act, quiet) {
    var made = add(parent, "button", "qc-button" + (quiet ? " qc-button-quiet" : ""), words(key));
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  };
  var empty = function (element) { while (element.firstChild) element.removeChild(element.firstChild); return element; };

  // The numbers. items/measures.py computes the same ones.
  var BINS = [[25, 40], [40, 60], [60, 80], [80, 101]];
  var mean = function (list) { return list.reduce(function (sum, value) { return sum + value; }, 0) / list.length; };
  function brier(answers) {
    return answers.length ? mean(answers.map(function (one) { return Math.pow(one.chance / 100 - (one.right ? 1 : 0), 2); })) : null;
  }
  function calibration(answers) {
    return BINS.map(function (bin) {
      var inside = answers.filter(function (one) { return one.chance >= bin[0] && one.chance < bin[1]; });
      return inside.length ? {
        low: bin[0], high: Math.min(bin[1] - 1, 100), count: inside.length,
        said: mean(inside.map(function (one) { return one.chance; })),
        right: 100 * inside.filter(function (one) { return one.right; }).length / inside.length
      } : null;
    }).filter(Boolean);
  }
  function gain(before, after, best) { return before >= best ? null : (after - before) / (best - before); }
  function luck(count) { return 98 / Math.sqrt(count); }
  window.qcourseTest = { brier: brier, calibration: calibration, gain: gain, luck: luck };

  // The form.
  var items = all(".qc-test-item", place), said = make("p", "qc-said"), shown = make("div", "qc-test-result");
  said.setAttribute("role", "status");
  var set = {}; // by item: whether the reader has stated a chance
  var objective = function (id) { return data.objectives.filter(function (one) { return one.id === id; })[0]; };
  function isShort() { return place.classList.contains("is-short"); }
  function asked() { return items.filter(function (item) { return !isShort() || item.hasAttribute("data-short"); }); }
  function formName() { return letter + (isShort() ? "_short" : ""); }
  function chosen(item) { var found = item.querySelector('input[type="radio"]:checked'); return found ? Number(found.value) : null; }

  var chooser = make("fieldset", "qc-test-length qc-not-printed");
  add(chooser, "legend", "", words("length"));
  [["length_full", false], ["length_short", true]].forEach(function (one) {
    var label = add(chooser, "label"), radio = add(label, "input");
    radio.type = "radio"; radio.name = "test-length"; radio.checked = one[1] === (window.location.hash === "#short");
    add(label, "span", "", words(one[0]));
    radio.addEventListener("change", function () { place.classList.toggle("is-short", one[1]); say(""); old(); });
    if (radio.checked) place.classList.toggle("is-short", one[1]);
  });
  var earlier = make("div", "qc-test-earlier qc-not-printed");
  place.insertBefore(chooser, place.firstChild);
  place.insertBefore(earlier, place.firstChild);

  items.forEach(function (item) {
    var id = item.getAttribute("data-item"), box = make("div", "qc-sure qc-not-printed"), label = add(box, "label", "", words("sure"));
    var range = add(box, "input"), output = add(box, "output", "", words("sure_unset"));
    range.type = "range"; range.min = 25; range.max = 100; range.step = 5; range.value = 60;
    range.id = "sure-" + id; label.htmlFor = range.id; output.htmlFor = range.id;
    range.setAttribute("aria-valuetext", words("sure_unset"));
    var state = function () {
      set[id] = true;
      output.textContent = words("percent", { value: range.value });
      range.setAttribute("aria-valuetext", output.textContent);
      box.classList.add("is-set");
    };
    ["input", "click"].forEach(function (event) { range.addEventListener(event, state); });
    range.addEventListener("keydown", function (event) { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); state(); } });
    item.querySelector("fieldset").appendChild(box);
  });
  var row = add(place, "div", "qc-buttons qc-not-printed");
  button(row, "finish", finish);
  button(row, "print", function () { window.print(); }, true);
  place.appendChild(said);
  place.appendChild(shown);
  function say(text, trouble) { said.textContent = text; said.classList.toggle("is-trouble", !!trouble); }

  function finish() {
    var missing = [], first = null;
    var answers = asked().map(function (item, at) {
      var id = item.getAttribute("data-item"), choice = chosen(item), range = item.querySelector('input[type="range"]');
      if (choice === null) { missing.push(words("missing_choice", { at: at + 1 })); first = first || item.querySelector("input"); }
      if (!set[id]) { missing.push(words("missing_chance", { at: at + 1 })); first = first || range; }
      return { id: id, choice: choice, right: choice === objective(id)[letter].right, chance: Number(range.value) };
    });
    if (missing.length) { say(words("missing", { list: missing.join(", ") }), true); first.focus(); return; }
    var test = { form: formName(), date: kept.now(), edition: data.edition, items: answers };
    say(words(kept.addTest(test) ? "kept" : "unkept"));
    draw(test);
    document.dispatchEvent(new CustomEvent("qcourse-test", { detail: test }));
  }

  // The result.
  function sits(name) {
    return kept.get().tests.filter(function (test) { return test.form === name && test.edition === data.edition && usable(test); });
  }
  function usable(test) {
    return test.items.length > 0 && test.items.every(function (item) {
      var one = item && objective(item.id), form = one && one[test.form.charAt(0)];
      return form && item.choice >= 0 && item.choice < form.reasons.length && item.chance >= 25 && item.chance <= 100;
    });
  }
  function scored(test) {
    return test.items.map(function (item) { return { id: item.id, choice: item.choice, chance: item.chance, right: item.choice === objective(item.id)[test.form.charAt(0)].right }; });
  }
  function right(answers) { return answers.filter(function (one) { return one.right; }).length; }

  function draw(test) {
    var answers = scored(test), count = answers.length, hits = right(answers);
    empty(shown);
    var head = add(shown, "h2", "", words("result"));
    head.tabIndex = -1;
    add(shown, "p", "qc-test-score", words("score", { right: hits, count: count }));
    var parts = {};
    ["concepts", "encryption", "policy"].forEach(function (part) {
      var own = answers.filter(function (one) { return objective(one.id).part === part; });
      parts[part] = words("part", { right: right(own), count: own.length });
    });
    add(shown, "p", "", words("parts", parts));
    add(shown, "p", "", words("pilot"));
    drawGain(test);
    drawSureness(answers, hits, count);
    drawReasons(test, answers);
    var buttons = add(shown, "div", "qc-buttons qc-not-printed"), note = add(shown, "p", "qc-said");
    note.setAttribute("role", "status");
    button(buttons, "save", function () {
      var name = "qcourse-test-" + test.form + ".json";
      kept.save(single(test), name);
      note.textContent = words("saved", { name: name });
    });
    button(buttons, "again", function () { window.location.reload(); }, true);
    head.focus();
  }
  // A file of this result alone, in the form of a record.
  function single(test) {
    var whole = Object.assign(kept.empty(), { tests: [test], language: document.documentElement.lang, written: kept.now() });
    whole.checksum = kept.checksum(whole);
    return JSON.stringify(whole, null, 1) + "\n";
  }
  function drawGain(test) {
    var end = test.form.slice(1), before = sits("a" + end), after = sits("b" + end);
    if (letter === "b") after = [test]; else if (letter === "a") before = [test];
    var last = after[after.length - 1];
    before = before.filter(function (one) { return last && one.date <= last.date; });
    add(shown, "h3", "", words("gain"));
    if (!last || !before.length) { add(shown, "p", "", words("gain_unknown")); return; }
    var first = right(scored(before[before.length - 1])), then = right(scored(last)), count = last.items.length;
    var value = gain(first, then, count);
    add(shown, "p", "qc-test-gain", words(value === null ? "gain_undefined" : value < 0 ? "gain_fell" : "gain_value", { before: first, after: then, count: count, value: value === null ? "" : number(value, 2) }));
  }
  function drawSureness(answers, hits, count) {
    var said = Math.round(mean(answers.map(function (one) { return one.chance; }))), share = Math.round(100 * hits / count), gap = said - share;
    add(shown, "h3", "", words("sureness"));
    add(shown, "p", "", words(gap > 0 ? "over" : gap < 0 ? "under" : "even", { said: said, right: share, gap: Math.abs(gap) }) + " " + words("luck", { count: count, margin: Math.round(luck(count)) }));
    add(shown, "p", "qc-test-brier", words("brier", { value: number(brier(answers), 2) }));
    var groups = calibration(answers), figure = add(shown, "figure", "qc-test-curve");
    figure.appendChild(curve(groups));
    add(figure, "figcaption", "", words("curve_text"));
    var table = add(shown, "table", "qc-test-table"), headRow = add(add(table, "thead"), "tr"), body = add(table, "tbody");
    add(table, "caption", "qc-hidden", words("curve_title"));
    ["column_group", "column_count", "column_said", "column_right"].forEach(function (key) { add(headRow, "th", "", words(key)).scope = "col"; });
    groups.forEach(function (one) {
      var line = add(body, "tr");
      add(line, "th", "", words("group", { low: one.low, high: one.high })).scope = "row";
      add(line, "td", "", String(one.count));
      add(line, "td", "", words("percent", { value: Math.round(one.said) }));
      add(line, "td", "", words("percent", { value: Math.round(one.right) }));
    });
  }
  function curve(groups) {
    var NS = "http://www.w3.org/2000/svg", left = 46, top = 12, size = 230;
    var svg = function (parent, tag, attributes, text) {
      var element = document.createElementNS(NS, tag);
      Object.keys(attributes).forEach(function (key) { element.setAttribute(key, attributes[key]); });
      if (text) element.textContent = text;
      return parent.appendChild(element);
    };
    var x = function (value) { return left + size * value / 100; }, y = function (value) { return top + size * (1 - value / 100); };
    var drawing = svg(document.createDocumentFragment(), "svg", { viewBox: "0 0 300 290", role: "img", "aria-label": words("curve_title") + ". " + groups.map(function (one) { return words("curve_point", { said: Math.round(one.said), right: Math.round(one.right), count: one.count }); }).join("; ") });
    [0, 25, 50, 75, 100].forEach(function (value) {
      svg(drawing, "path", { d: "M" + x(0) + " " + y(value) + "H" + x(100) + "M" + x(value) + " " + y(0) + "V" + y(100), class: "qc-curve-grid" });
      svg(drawing, "text", { x: x(value), y: y(0) + 16, "text-anchor": "middle" }, words("percent", { value: value }));
      if (value) svg(drawing, "text", { x: left - 6, y: y(value) + 4, "text-anchor": "end" }, words("percent", { value: value }));
    });
    svg(drawing, "text", { x: x(50), y: 284, "text-anchor": "middle" }, words("column_group"));
    svg(drawing, "text", { x: x(3), y: y(94), "text-anchor": "start" }, words("column_right"));
    svg(drawing, "path", { d: "M" + x(0) + " " + y(0) + "L" + x(100) + " " + y(100), class: "qc-curve-even" });
    svg(drawing, "path", { d: groups.map(function (one, at) { return (at ? "L" : "M") + x(one.said) + " " + y(one.right); }).join(""), class: "qc-curve-line" });
    groups.forEach(function (one) { svg(drawing, "circle", { cx: x(one.said), cy: y(one.right), r: 3.5 + 1.5 * Math.sqrt(one.count), class: "qc-curve-dot" }); });
    return drawing;
  }
  function drawReasons(test, answers) {
    var folded = add(shown, "details", "qc-test-reasons"), list;
    add(folded, "summary", "", words("reasons"));
    list = add(folded, "ol");
    answers.forEach(function (one) {
      var entry = add(list, "li", one.right ? "is-right" : "is-wrong"), about = objective(one.id), form = about[test.form.charAt(0)];
      var item = place.querySelector('[data-item="' + one.id + '"]');
      var text = function (choice) { return all(".qc-choice span", item)[choice].textContent; };
      add(entry, "p", "qc-test-ask", item.querySelector("legend").textContent);
      var own = add(entry, "p");
      add(own, "strong", "", words(one.right ? "mark_right" : "mark_wrong") + " (" + words("stated", { chance: one.chance }) + "). ");
      own.appendChild(document.createTextNode(words("yours") + " " + text(one.choice) + ". " + form.reasons[one.choice]));
      if (!one.right) add(entry, "p", "", words("key") + " " + text(form.right) + ". " + form.reasons[form.right]);
      var link = add(add(entry, "p", "", words("read") + " "), "a", "", about.title);
      link.href = root + about.page + ".html";
    });
  }

  // What this reader has done before.
  function old() {
    empty(earlier);
    var found = sits(formName()), last = found[found.length - 1];
    var others = kept.get().tests.some(function (test) { return test.form === formName() && test.edition !== data.edition; });
    if (last) {
      add(earlier, "p", "", words("earlier", { day: kept.day(last.date), right: right(scored(last)), count: last.items.length }));
      button(earlier, "earlier_show", function () { draw(last); }, true);
    }
    if (others) add(earlier, "p", "", words("earlier_old"));
  }
  old();
})();
