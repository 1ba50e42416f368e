// The page "My progress": what is kept, as a list; the file; the attestation.
(function () {
  "use strict";
  var course = window.qcourseCourse, kept = window.qcourseRecord, words = kept.words;
  var root = document.documentElement.getAttribute("data-content_root") || "./";
  var place = function (name) { return document.querySelector('.qc-mine[data-part="' + name + '"]'); };
  var overview = place("overview"), file = place("file"), attestation = place("attestation");
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
  var stateOf = function (record, lesson) {
    var answers = lesson.questions.map(function (id) { return record.questions[lesson.name + "/" + id]; }).filter(Boolean);
    return {
      read: !!record.lessons[lesson.name] && record.lessons[lesson.name].read,
      answers: answers,
      right: answers.filter(function (answer) { return answer.last.right; }).length,
      first: answers.filter(function (answer) { return answer.first.right; }).length,
      cards: lesson.cards.filter(function (id) { return record.cards[lesson.name + "/" + id]; }).length
    };
  };

  function showOverview() {
    var state = kept.state(), record = state.record;
    empty(overview);
    if (!state.kept) {
      var version = 0;
      try { version = JSON.parse(state.raw).version; } catch (error) { /* it can't be read, which is said */ }
      add(overview, "p", "qc-trouble", words(state.kind === "refused" ? "refused" : state.kind === "newer" ? "kept_newer" : "unreadable", { version: version }));
    } else if (!["lessons", "questions", "exercises", "cards", "tests"].some(function (name) { return Object.keys(record[name]).length; })) {
      add(overview, "p", "", words("nothing_yet"));
    }
    course.modules.forEach(function (module) {
      var own = course.lessons.filter(function (lesson) { return lesson.module === module.name; });
      var read = own.filter(function (lesson) { return stateOf(record, lesson).read; }).length;
      var box = add(overview, "section", "qc-mine-module");
      box.setAttribute("data-module", module.name);
      var head = add(box, "h3", "", module.title);
      add(box, "p", "qc-mine-count", words("module_done", { done: read, total: own.length }));
      var bar = add(box, "div", "qc-mine-bar");
      bar.setAttribute("aria-hidden", "true");
      own.forEach(function (lesson) { add(bar, "span", stateOf(record, lesson).read ? "is-read" : stateOf(record, lesson).answers.length ? "is-begun" : ""); });
      var list = add(box, "ul");
      head.id = "mine-" + module.name;
      list.setAttribute("aria-labelledby", head.id);
      own.forEach(function (lesson) {
        var entry = add(list, "li"), one = stateOf(record, lesson), parts = [];
        var link = add(entry, "a", "", lesson.title);
        link.href = root + lesson.page + ".html";
        if (one.read) parts.push(words("mark_read"));
        if (one.answers.length) parts.push(words("line_questions", { right: one.right, total: lesson.questions.length }), words("line_first", { right: one.first }));
        if (one.cards) parts.push(words("line_cards", { done: one.cards, total: lesson.cards.length }));
        lesson.exercises.forEach(function (exercise) {
          var result = record.exercises[exercise.name];
          if (result) parts.push(words(result.passed ? "line_exercise_done" : "line_exercise_part", { name: exercise.title, earned: number(result.earned), points: number(result.points) }));
        });
        if (parts.length) add(entry, "span", "qc-mine-line" + (one.read ? " is-read" : ""), parts.join(" · "));
      });
    });
    if (record.tests.length) add(overview, "p", "", words("line_tests", { count: record.tests.length }));
  }
  function number(value) { return value.toLocaleString(document.documentElement.lang === "fr" ? "fr-CA" : "en-CA"); }

  // The file: saving, bringing in, erasing.
  var said = make("p", "qc-said");
  said.setAttribute("role", "status");
  function bring(chosen) {
    var reader = new FileReader();
    reader.onerror = function () { tell(words("file_unread", { name: chosen.name }), true); };
    reader.onload = function () {
      var found = kept.read(String(reader.result), chosen.name);
      if (!found.record) { tell(found.fault, true); return; }
      var taken = {};
      var done = kept.update(function (record) {
        var merged = kept.merge(record, found.record);
        taken = merged.taken;
        Object.keys(merged.record).forEach(function (key) { record[key] = merged.record[key]; });
      });
      var parts = ["lessons", "questions", "exercises", "cards", "tests"].filter(function (name) { return taken[name]; }).map(function (name) { return words("part_" + name, { count: taken[name] }); });
      if (!done) tell(words("not_kept"), true);
      else tell(words(parts.length ? "brought" : "brought_none", { name: chosen.name, parts: parts.join(", ") }));
    };
    if (chosen.size > 2000000) tell(words("fault_too_large", { name: chosen.name }), true); else reader.readAsText(chosen);
  }
  function tell(text, trouble) {
    said.textContent = text;
    said.classList.toggle("is-trouble", !!trouble);
  }
  function buildFile() {
    var row = add(empty(file), "div", "qc-buttons"), name = "qcourse-record.json";
    var save = button(row, kept.state().raw ? "save_raw" : "save", function () {
      var state = kept.state();
      kept.save(state.raw || kept.file(), name);
      tell(words("saved", { name: name }));
    });
    var label = add(row, "label", "qc-button qc-button-quiet qc-bring", words("bring")), field = add(label, "input");
    field.type = "file";
    field.accept = ".json,application/json";
    field.addEventListener("change", function () { if (field.files[0]) bring(field.files[0]); field.value = ""; });
    var erase = button(row, "erase", function () { ask.hidden = false; no.focus(); }, true);
    var ask = add(file, "div", "qc-ask");
    ask.hidden = true;
    ask.setAttribute("role", "group");
    add(ask, "p", "", words("erase_ask")).id = "erase-ask";
    ask.setAttribute("aria-labelledby", "erase-ask");
    var close = function () { ask.hidden = true; erase.focus(); };
    var no = button(ask, "erase_no", close, true);
    button(ask, "erase_yes", function () { tell(words(kept.erase() ? "erased" : "not_kept"), false); close(); save.textContent = words("save"); }, true);
    ask.addEventListener("keydown", function (event) { if (event.key === "Escape") close(); });
    file.appendChild(said);
  }

  // The attestation.
  function conditions(record) {
    var core = course.lessons.filter(function (lesson) { return lesson.core; });
    var sum = function (what) { return core.reduce(function (total, lesson) { return total + what(lesson); }, 0); };
    var questions = sum(function (lesson) { return lesson.questions.length; });
    var list = [
      { key: "condition_lessons", done: sum(function (lesson) { return stateOf(record, lesson).read ? 1 : 0; }), total: core.length, needed: core.length },
      { key: "condition_questions", done: sum(function (lesson) { return stateOf(record, lesson).right; }), total: questions, needed: Math.ceil(course.rules.attestation.questions_right * questions - 1e-9) }
    ];
    var wanted = course.rules.attestation.exit_test;
    if (wanted) {
      var right = record.tests.filter(function (test) { return test.form === wanted.form; }).map(function (test) { return test.items.filter(function (item) { return item && item.right === true; }).length; });
      list.push({ key: "condition_test", done: Math.max.apply(null, right.concat(0)), total: wanted.items, needed: wanted.right });
    }
    return list;
  }
  var paper = null;
  function showAttestation() {
    var list = conditions(kept.get()), box = empty(attestation), shown = add(box, "ul", "qc-conditions");
    list.forEach(function (one) {
      var holds = one.done >= one.needed, entry = add(shown, "li", holds ? "is-met" : "");
      add(entry, "span", "", words(one.key, one));
      add(entry, "strong", "", words(holds ? "met" : "unmet"));
    });
    if (!kept.state().kept || list.some(function (one) { return one.done < one.needed; })) { add(box, "p", "", words("not_ready")); return; }
    var form = add(box, "form", "qc-name"), label = add(form, "label", "", words("name_label")), field = add(form, "input");
    field.id = "qc-name"; field.type = "text"; field.autocomplete = "name"; field.maxLength = 120; label.htmlFor = field.id;
    add(form, "button", "qc-button", words("make")).type = "submit";
    var note = add(box, "p", "qc-said"), below = add(box, "div");
    note.setAttribute("role", "status");
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      var name = field.value.normalize("NFC").replace(/[\ud800-\udbff](?![\udc00-\udfff])|(^|[^\ud800-\udbff])[\udc00-\udfff]/g, "$1").replace(/\s+/g, " ").trim();
      note.textContent = words(name ? "made" : "name_missing");
      if (!name) { field.focus(); return; }
      var local = new Date(), two = function (n) { return ("0" + n).slice(-2); };
      var day = local.getFullYear() + "-" + two(local.getMonth() + 1) + "-" + two(local.getDate());
      var text = kept.file({ attestation: { name: name, date: day, lessons: list[0].done, questions: list[1].total, right: list[1].done } });
      paper = JSON.parse(text);
      draw(empty(below), text);
    });
  }
  function draw(box, text) {
    var row = add(box, "div", "qc-buttons"), stated = paper.attestation, code = paper.checksum.slice(0, 16).toUpperCase().replace(/(.{4})(?=.)/g, "$1-");
    button(row, "print", function () {
      // A copy of the sheet alone goes to paper; the page behind it comes back afterwards.
      var copy = document.body.appendChild(sheet.cloneNode(true)), after = function () { document.body.classList.remove("qc-printing"); copy.remove(); };
      window.addEventListener("afterprint", after, { once: true });
      document.body.classList.add("qc-printing");
      window.print();
    });
    button(row, "save_attestation", function () { kept.save(text, "qcourse-attestation.json"); }, true);
    var sheet = add(box, "section", "qc-attestation");
    sheet.setAttribute("aria-labelledby", "attestation-title");
    add(sheet, "p", "qc-attestation-course", course.title);
    add(sheet, "h3", "", words("paper_title")).id = "attestation-title";
    add(sheet, "p", "qc-attestation-states", words("paper_states", stated));
    add(sheet, "p", "", kept.day(stated.date + "T12:00:00"));
    var coded = add(sheet, "p", "", words("paper_code") + " ");
    add(coded, "code", "", code);
    add(sheet, "p", "qc-attestation-self", words("paper_self"));
  }

  function show() {
    showOverview();
    if (!paper) showAttestation();
    window.dispatchEvent(new Event("resize")); // what scrolls sideways is found again
  }
  buildFile();
  document.addEventListener("qcourse-record", show);
  show();
})();
