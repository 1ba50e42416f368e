// The page "Recall": the cards that are due, one at a time; boxes after Leitner, days kept by this browser.
(function () {
  "use strict";
  var course = window.qcourseCourse, kept = window.qcourseRecord, words = kept.words;
  var place = document.querySelector(".qc-recall"), rules = course.rules;
  var all = function (selector, from) { return Array.prototype.slice.call((from || document).querySelectorAll(selector)); };
  var make = function (tag, name, text) {
    var element = document.createElement(tag);
    if (name) element.className = name;
    if (text) element.textContent = text;
    return element;
  };
  var add = function (parent, tag, name, text) { return parent.appendChild(make(tag, name, text)); };
  var button = function (parent, text, act, quiet) {
    var made = add(parent, "button", "qc-button" + (quiet ? " qc-button-quiet" : ""), text);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  };
  var iso = function (date) { return date.getFullYear() + "-" + ("0" + (date.getMonth() + 1)).slice(-2) + "-" + ("0" + date.getDate()).slice(-2); };
  var today = function () { return iso(new Date()); };
  var after = function (days) { var date = new Date(); date.setHours(12); date.setDate(date.getDate() + days); return iso(date); };

  // The cards stand in the page for everyone; the review shows copies of them.
  var cards = all(".qc-recall-all [data-card]").map(function (item) {
    var key = item.getAttribute("data-card"), name = key.split("/")[0];
    return { key: key, item: item, lesson: course.lessons.filter(function (lesson) { return lesson.name === name; })[0] };
  }).filter(function (card) { return card.lesson; });
  function copyInto(target, source) {
    Array.prototype.forEach.call(source.childNodes, function (node) { target.appendChild(node.cloneNode(true)); });
    all("[id]", target).forEach(function (element) { element.removeAttribute("id"); });
    all("[aria-describedby]", target).forEach(function (element) { element.removeAttribute("aria-describedby"); });
  }

  var chooser = add(place, "fieldset", "qc-recall-choose"), desk = add(place, "div", "qc-recall-desk");
  add(chooser, "legend", "", words("recall_choose"));
  var label = add(chooser, "label", "", words("recall_module")), module = add(chooser, "select");
  module.id = "recall-module"; label.htmlFor = module.id;
  [{ name: "", title: words("recall_every") }].concat(course.modules).forEach(function (one) { add(module, "option", "", one.title).value = one.name; });
  var tick = add(chooser, "label", "qc-recall-read"), only = add(tick, "input");
  only.type = "checkbox";
  add(tick, "span", "", words("recall_read"));
  var counts = add(chooser, "p");
  counts.setAttribute("role", "status");
  var begin = button(chooser, "", start);
  if (!kept.state().kept) place.insertBefore(make("p", "qc-trouble", words("recall_unkept")), chooser);
  only.checked = cards.some(function (card) { return isRead(kept.get(), card.lesson); });

  function isRead(record, lesson) { return !!record.lessons[lesson.name] && record.lessons[lesson.name].read; }
  function chosen() {
    var record = kept.get(), found = { due: [], fresh: [], later: [] };
    cards.forEach(function (card) {
      if ((module.value && card.lesson.module !== module.value) || (only.checked && !isRead(record, card.lesson))) return;
      var state = record.cards[card.key];
      found[!state ? "fresh" : state.due <= today() ? "due" : "later"].push(card);
    });
    var due = function (card) { return record.cards[card.key].due; };
    found.due.sort(function (a, b) { return due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : 0; });
    found.next = found.later.map(due).sort()[0];
    found.queue = found.due.concat(found.fresh.slice(0, rules.new_cards));
    return found;
  }
  function count() {
    var found = chosen(), none = !found.queue.length;
    counts.textContent = none && found.next ? words("recall_none", { day: kept.day(found.next + "T12:00:00") })
      : none ? words("recall_none_read") : words("recall_counts", { due: found.due.length, fresh: found.fresh.length, later: found.later.length });
    begin.hidden = none;
    begin.textContent = words(found.queue.length === 1 ? "recall_start_one" : "recall_start", { count: found.queue.length });
  }

  var queue = [], at = 0, total = 0, knew = 0, missed = {};
  function start() {
    queue = chosen().queue;
    at = 0; total = queue.length; knew = 0; missed = {};
    chooser.hidden = true;
    next();
  }
  function next() {
    while (desk.firstChild) desk.removeChild(desk.firstChild);
    if (at === queue.length) { finish(); return; }
    var card = queue[at], again = at >= total, sheet = add(desk, "section", "qc-recall-card");
    sheet.setAttribute("data-module", card.lesson.module);
    var line = add(sheet, "h2", "qc-recall-place", (again ? words("recall_again") : words("recall_place", { at: at + 1, count: total })) + " · " + card.lesson.title);
    line.id = "recall-place"; line.tabIndex = -1;
    sheet.setAttribute("aria-labelledby", line.id);
    copyInto(add(sheet, "div", "qc-recall-front"), card.item.querySelector("summary"));
    var row = add(sheet, "div", "qc-buttons"), turn = button(row, words("recall_turn"), function () {
      var back = make("div", "qc-recall-back");
      back.tabIndex = -1;
      back.setAttribute("role", "group");
      back.setAttribute("aria-label", words("recall_back"));
      copyInto(back, card.item.querySelector(".qc-back"));
      sheet.insertBefore(back, row);
      turn.remove();
      row.insertBefore(button(row, words("recall_not"), function () { answer(card, false, again); }, true), row.firstChild);
      row.insertBefore(button(row, words("recall_knew"), function () { answer(card, true, again); }), row.firstChild);
      back.focus();
    });
    button(row, words("recall_stop"), finish, true);
    line.focus();
  }
  // Known: one box further; not yet: back to the first box, and once more at the end of this session.
  function answer(card, known, again) {
    if (known && !again) knew += 1;
    if (!known) { missed[card.key] = true; queue.push(card); }
    if (!again) kept.update(function (record) {
      var before = record.cards[card.key], box = known ? Math.min((before ? before.box : 0) + 1, rules.boxes.length) : 1;
      record.cards[card.key] = { box: box, due: after(rules.boxes[box - 1]), at: kept.now() };
    });
    at += 1;
    next();
  }
  function finish() {
    while (desk.firstChild) desk.removeChild(desk.firstChild);
    var said = add(desk, "p", "qc-said", words("recall_done", { knew: knew, missed: Object.keys(missed).length }));
    said.tabIndex = -1;
    chooser.hidden = false;
    count();
    said.focus();
  }
  module.addEventListener("change", count);
  only.addEventListener("change", count);
  document.addEventListener("qcourse-record", function () { if (!chooser.hidden) count(); });
  count();
})();
