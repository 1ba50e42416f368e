// The page "Practise the terms": rounds of ten in either direction, or of false friends; nothing is kept.
(function () {
  "use strict";
  var place = document.querySelector(".qc-trainer");
  if (!place) return;
  var said = JSON.parse(place.getAttribute("data-words")), base = JSON.parse(place.getAttribute("data-terms"));
  var SIZE = 10;
  var words = function (key, values) {
    return said[key].replace(/\{(\w+)\}/g, function (_, name) { return values[name]; });
  };
  var add = function (parent, tag, name, text) {
    var element = document.createElement(tag);
    if (name) element.className = name;
    if (text) element.textContent = text;
    return parent.appendChild(element);
  };
  var button = function (parent, text, act, name) {
    var made = add(parent, "button", name, text);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  };
  function shuffled(list) {
    var mixed = list.slice();
    for (var last = mixed.length - 1; last > 0; last -= 1) {
      var other = Math.floor(Math.random() * (last + 1)), kept = mixed[last];
      mixed[last] = mixed[other]; mixed[other] = kept;
    }
    return mixed;
  }

  var chooser = add(place, "fieldset", "qc-recall-choose"), desk = add(place, "div", "qc-recall-desk");
  add(chooser, "legend", "", words("legend"));
  var way = "en-fr", waiting = {};
  ["en-fr", "fr-en", "friends"].forEach(function (name) {
    var label = add(chooser, "label", "qc-recall-read"), radio = add(label, "input");
    radio.type = "radio"; radio.name = "term-way"; radio.value = name; radio.checked = name === way;
    radio.addEventListener("change", function () { way = name; });
    add(label, "span", "", words(name));
  });
  button(chooser, words("begin"), start, "qc-button");

  // A term that is the same in both languages asks nothing in a direction.
  function pool() {
    return base.filter(function (term) { return way === "friends" ? term.wrong : term.en !== term.fr; });
  }
  // Terms come once before any comes twice.
  function draw() {
    var left = waiting[way] || [];
    if (left.length < SIZE) left = left.concat(shuffled(pool().filter(function (term) { return left.indexOf(term) < 0; })));
    waiting[way] = left.slice(SIZE);
    return left.slice(0, SIZE);
  }
  function target(term) { return way === "friends" ? term.of : way.slice(3); }
  function choices(term) {
    var to = target(term), found = [term[to]];
    if (term.of === to) found.push(term.wrong);
    shuffled(pool()).forEach(function (other) {
      if (way !== "friends" && found.length < 4 && found.indexOf(other[to]) < 0) found.push(other[to]);
    });
    return shuffled(found);
  }

  var queue = [], at = 0, total = 0, missed = [];
  function start() {
    queue = draw();
    at = 0; total = queue.length; missed = [];
    chooser.hidden = true;
    ask();
  }
  function ask() {
    desk.textContent = "";
    if (at === queue.length) { finish(); return; }
    var term = queue[at], to = target(term), from = to === "fr" ? "en" : "fr", sheet = add(desk, "section", "qc-recall-card");
    var line = add(sheet, "h2", "qc-recall-place", at < total ? words("place", { at: at + 1, count: total }) : words("again"));
    line.id = "trainer-place"; line.tabIndex = -1;
    sheet.setAttribute("aria-labelledby", line.id);
    var front = add(sheet, "p", "qc-recall-front");
    add(front, "span", "qc-trainer-term", term[from]).lang = from;
    add(front, "span", "qc-trainer-ask", " — " + words("in-" + to));
    var list = add(sheet, "ol", "qc-trainer-choices"), answered = false;
    var buttons = choices(term).map(function (text) {
      var made = button(add(list, "li"), text, function () { if (!answered) answer(text, made); }, "qc-trainer-choice");
      made.lang = to;
      return made;
    });
    var verdict = add(sheet, "p", "qc-said"), row = add(sheet, "div", "qc-buttons");
    verdict.setAttribute("role", "status");
    button(row, words("stop"), finish, "qc-button qc-button-quiet");
    sheet.addEventListener("keydown", function (event) {
      var chosen = buttons[Number(event.key) - 1];
      if (chosen && !answered && !event.ctrlKey && !event.metaKey && !event.altKey) chosen.click();
    });
    line.focus();

    function answer(text, chosen) {
      var right = text === term[to];
      answered = true;
      buttons.forEach(function (one) {
        one.setAttribute("aria-disabled", "true");
        if (one.textContent === term[to]) one.classList.add("is-right");
      });
      if (!right) {
        chosen.classList.add("is-wrong");
        if (missed.indexOf(term) < 0) missed.push(term);
        queue.push(term);
      }
      verdict.textContent = words(right ? "right" : "wrong", { term: term[to] });
      if (term.of === to) add(verdict, "span", "qc-trainer-why", " " + term.why);
      var next = button(row, words("next"), function () { at += 1; ask(); }, "qc-button");
      row.insertBefore(next, row.firstChild);
      next.focus();
    }
  }
  // What was stopped before its first answer does not count.
  function finish() {
    var count = Math.min(total, at + (desk.querySelector(".is-right") ? 1 : 0));
    desk.textContent = "";
    var result = add(desk, "p", "qc-said", words("done", { right: count - missed.length, count: count }));
    result.tabIndex = -1;
    if (missed.length) {
      add(desk, "p", "", words("review"));
      var list = add(desk, "ul");
      missed.forEach(function (term) {
        var item = add(list, "li");
        add(item, "span", "", term.en).lang = "en";
        item.appendChild(document.createTextNode(" · "));
        add(item, "span", "", term.fr).lang = "fr";
      });
    }
    chooser.hidden = false;
    result.focus();
  }
})();
