// One lesson or test in a learning platform: status, score and progress go from the reader's record to the platform.
(function () {
  "use strict";
  var session = window.qcourseSession, kept = window.qcourseRecord, body = document.body, started = Date.now(), LIMIT = 4096;
  var name = body.getAttribute("data-lesson"), form = body.getAttribute("data-form"), last = "";
  var lesson = window.qcourseCourse.lessons.filter(function (known) { return known.name === name; })[0];
  function slice(record) {
    var own = kept.empty();
    if (form) own.tests = record.tests.filter(function (test) { return test.form.indexOf(form) === 0; }).slice(-1);
    if (lesson) {
      if (record.lessons[name]) own.lessons[name] = record.lessons[name];
      ["questions", "cards"].forEach(function (part) {
        Object.keys(record[part]).forEach(function (key) { if (key.indexOf(name + "/") === 0) own[part][key] = record[part][key]; });
      });
    }
    // The platform keeps 4096 characters: the days of the cards go first, then the answers; the status stays.
    return ["", "cards", "questions", "tests"].reduce(function (text, drop) {
      if (text.length <= LIMIT && text) return text;
      if (drop) own[drop] = drop === "tests" ? [] : {};
      return JSON.stringify(own);
    }, "");
  }
  function result(record) {
    if (form) {
      var test = record.tests.filter(function (known) { return known.form.indexOf(form) === 0; }).pop();
      return test ? { done: true, right: test.items.filter(function (item) { return item.right; }).length, total: test.items.length } : { done: false };
    }
    var answers = lesson.questions.map(function (id) { return record.questions[name + "/" + id]; }).filter(Boolean);
    var right = answers.filter(function (answer) { return answer.last.right; }).length;
    return { done: !!record.lessons[name] && record.lessons[name].read, right: right, total: answers.length && lesson.questions.length };
  }
  function send() {
    var record = kept.get(), text = slice(record), found = result(record);
    if (text === last) return;
    last = text;
    session.set("cmi.suspend_data", text);
    if (found.total) {
      session.set("cmi.core.score.min", 0);
      session.set("cmi.core.score.max", 100);
      session.set("cmi.core.score.raw", Math.round(100 * found.right / found.total));
    }
    session.set("cmi.core.lesson_status", found.done ? "completed" : "incomplete");
    session.commit();
  }
  function finish() {
    if (!session.open()) return;
    send();
    var two = function (n) { return ("0" + n).slice(-2); }, seconds = Math.floor((Date.now() - started) / 1000);
    session.set("cmi.core.session_time", ("000" + Math.min(9999, Math.floor(seconds / 3600))).slice(-4) + ":" + two(Math.floor(seconds / 60) % 60) + ":" + two(seconds % 60));
    session.set("cmi.core.exit", "suspend");
    session.commit();
    session.close();
  }
  var before = session.get("cmi.suspend_data");
  try {
    var data = before ? JSON.parse(before) : null;
    if (data) {
      data.checksum = kept.checksum(data);
      var found = kept.read(JSON.stringify(data));
      if (found.record) kept.update(function (record) { Object.assign(record, kept.merge(record, found.record).record); });
    }
  } catch (error) { /* what another program kept here is not ours to read */ }
  if (session.open()) { document.querySelector(".alone").hidden = true; }
  send();
  document.addEventListener("qcourse-record", send);
  window.addEventListener("pagehide", finish);
  window.addEventListener("beforeunload", finish);
  document.querySelector("iframe").src = body.getAttribute("data-page");
})();
