// Marks of the reader's progress on a lesson, on the cover and on the lists of lessons.
(function () {
  "use strict";
  var course = window.qcourseCourse, kept = window.qcourseRecord, words = kept.words, body = document.body;
  var root = document.documentElement.getAttribute("data-content_root") || "./";
  var all = function (selector, from) { return Array.prototype.slice.call((from || document).querySelectorAll(selector)); };
  var make = function (tag, name, text) {
    var element = document.createElement(tag);
    if (name) element.className = name;
    if (text) element.textContent = text;
    return element;
  };
  var link = function (page, text) { var a = make("a", "", text); a.href = root + page + ".html"; return a; };
  var lessonOf = function (name) { return course.lessons.filter(function (lesson) { return lesson.name === name; })[0]; };
  var isRead = function (record, lesson) { return !!record.lessons[lesson.name] && record.lessons[lesson.name].read; };
  var answered = function (record, lesson) { return lesson.questions.filter(function (id) { return record.questions[lesson.name + "/" + id]; }); };

  // A lesson: answers are kept as they are given; the box at the end says whether it counts as read.
  var here = lessonOf(body.getAttribute("data-lesson"));
  if (here) {
    all(".qc-question").forEach(function (question) {
      var id = question.id.replace("question-", ""), key = here.name + "/" + id;
      var before = kept.get().questions[key];
      if (here.questions.indexOf(id) < 0) return;
      if (before) question.querySelector("fieldset").appendChild(make("p", "qc-answered", words(before.last.right ? "answered_right" : "answered_wrong", { day: kept.day(before.last.at) })));
      question.addEventListener("change", function (event) {
        var choice = event.target.closest(".qc-choice"), right = choice.querySelector(".qc-reason").getAttribute("data-right") === "true";
        var answer = { choice: all(".qc-choice", question).indexOf(choice), right: right, at: kept.now() };
        var note = question.querySelector(".qc-answered");
        if (note) note.remove();
        kept.update(function (record) {
          var known = record.questions[key];
          record.questions[key] = { first: known ? known.first : answer, last: answer, times: known ? known.times + 1 : 1 };
          if (answered(record, here).length === here.questions.length && !isRead(record, here)) record.lessons[here.name] = { read: true, by: "questions", at: answer.at };
        });
      });
    });
    var end = make("div", "qc-read"), label = make("label"), box = make("input"), line = make("p");
    box.type = "checkbox";
    label.appendChild(box);
    label.appendChild(make("span", "", words("read_label")));
    line.setAttribute("role", "status");
    end.appendChild(label);
    end.appendChild(line);
    var where = make("p", "", words("read_kept") + " ");
    where.appendChild(link("book/my_progress", words("my_progress")));
    end.appendChild(where);
    box.addEventListener("change", function () {
      kept.update(function (record) { record.lessons[here.name] = { read: box.checked, by: "reader", at: kept.now() }; });
    });
    if (kept.state().kept) document.querySelector(".qc-article").appendChild(end);
  }

  function show() {
    var record = kept.get();
    if (here) {
      var done = answered(record, here), total = here.questions.length;
      var right = done.filter(function (id) { return record.questions[here.name + "/" + id].last.right; }).length;
      box.checked = isRead(record, here);
      line.textContent = words(!done.length ? "read_none" : done.length < total ? "read_some" : "read_all", { done: done.length, total: total, right: right });
    }
    all(".qc-done").forEach(function (old) { old.remove(); });
    all(".qc-lesson-card[data-lesson]").forEach(function (card) {
      var lesson = lessonOf(card.getAttribute("data-lesson")), some = lesson ? answered(record, lesson).length : 0;
      if (lesson && isRead(record, lesson)) card.appendChild(make("span", "qc-done qc-done-all", words("mark_read")));
      else if (some) card.appendChild(make("span", "qc-done", words("mark_begun", { done: some, total: lesson.questions.length })));
    });
    all(".qc-module[data-module]").forEach(function (card) {
      var own = course.lessons.filter(function (lesson) { return lesson.module === card.getAttribute("data-module"); });
      var count = own.filter(function (lesson) { return isRead(record, lesson); }).length;
      if (!count) return;
      card.appendChild(make("span", "qc-done" + (count === own.length ? " qc-done-all" : ""), words("module_done", { done: count, total: own.length })));
    });
    var buttons = document.querySelector(".qc-page-cover .qc-buttons"), begun = Object.keys(record.lessons).length + Object.keys(record.questions).length;
    if (buttons && begun) {
      var next = course.path.map(lessonOf).filter(function (lesson) { return lesson && !isRead(record, lesson); })[0];
      var go = make("p", "qc-done qc-go-on");
      if (next) {
        go.appendChild(document.createTextNode(words("go_on") + " "));
        go.appendChild(link(next.page, next.title));
        go.appendChild(document.createTextNode(" · "));
      }
      go.appendChild(link("book/my_progress", words("my_progress")));
      buttons.parentNode.insertBefore(go, buttons.nextSibling);
    }
  }
  document.addEventListener("qcourse-record", show);
  show();
})();
