// What moves in a page: colours, contents, questions, cards, tips, code copies, the ledger's filter, print.
// Plain DOM, no inline handlers, works over file:// and under a strict content security policy.
(function () {
  "use strict";
  var root = document.documentElement, body = document.body;
  var ui = function (key) { return body.getAttribute("data-ui-" + key) || ""; };
  var all = function (selector, from) { return Array.prototype.slice.call((from || document).querySelectorAll(selector)); };
  var make = function (tag, name, text) {
    var element = document.createElement(tag);
    if (name) element.className = name;
    if (text) element.textContent = text;
    return element;
  };
  var fold = function (text) { return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/œ/g, "oe").replace(/’/g, "'"); };

  // Colours: automatic, light, dark; remembered where the browser allows it.
  var themes = ["auto", "light", "dark"];
  var button = document.querySelector(".qc-theme");
  // early.js has done this already, unless a slow machine ran it late.
  root.classList.add("js");
  try {
    if (themes.indexOf(localStorage.getItem("qcourse-theme")) > 0) root.setAttribute("data-theme", localStorage.getItem("qcourse-theme"));
  } catch (error) { /* no storage: the system's colours */ }
  function showTheme() {
    var name = root.getAttribute("data-theme") || "auto";
    var label = ui("theme") + ": " + ui("theme-" + name);
    if (root.lang === "fr") label = label.replace(":", "\u00a0:");
    button.lastElementChild.textContent = label;
    button.title = label;
    return name;
  }
  if (button) {
    showTheme();
    button.addEventListener("click", function () {
      var name = themes[(themes.indexOf(showTheme()) + 1) % 3];
      if (name === "auto") root.removeAttribute("data-theme"); else root.setAttribute("data-theme", name);
      try { localStorage.setItem("qcourse-theme", name); } catch (error) { /* not kept, still applied */ }
      showTheme();
    });
  }

  // Contents on a narrow screen.
  var contents = document.getElementById("contents"), opener = document.querySelector(".qc-open-contents");
  function openContents(open) {
    contents.classList.toggle("is-open", open);
    opener.setAttribute("aria-expanded", String(open));
  }
  if (contents && opener) {
    opener.setAttribute("role", "button");
    opener.setAttribute("aria-controls", "contents");
    openContents(false);
    var toggle = function (event) {
      event.preventDefault();
      openContents(!contents.classList.contains("is-open"));
      if (contents.classList.contains("is-open")) contents.focus({ preventScroll: true });
    };
    opener.addEventListener("click", toggle);
    opener.addEventListener("keydown", function (event) { if (event.key === " ") toggle(event); });
    var shut = function (event) { event.preventDefault(); openContents(false); opener.focus(); };
    document.querySelector(".qc-close-contents").addEventListener("click", shut);
    contents.addEventListener("keydown", function (event) { if (event.key === "Escape" && contents.classList.contains("is-open")) shut(event); });
  }

  // Questions: the reason of the choice that was made; a screen reader hears it too.
  all(".qc-question").forEach(function (question) {
    var verdict = question.querySelector(".qc-verdict");
    // A description is read even while it is hidden, and would give the answer away.
    question.addEventListener("change", function (event) {
      all(".qc-choice", question).forEach(function (choice) {
        var reason = choice.querySelector(".qc-reason"), chosen = choice.contains(event.target);
        var right = reason.getAttribute("data-right") === "true";
        choice.classList.toggle("is-chosen", chosen);
        choice.classList.toggle("is-right", chosen && right);
        choice.classList.toggle("is-wrong", chosen && !right);
        if (chosen) verdict.textContent = reason.textContent;
      });
    });
  });

  // Recall cards: all at once.
  all(".qc-cards").forEach(function (cards) {
    var turn = make("button", "qc-cards-all", ui("cards-open"));
    turn.type = "button";
    cards.parentNode.insertBefore(turn, cards);
    turn.addEventListener("click", function () {
      var open = all("details:not([open])", cards).length > 0;
      all("details", cards).forEach(function (card) { card.open = open; });
      turn.textContent = ui(open ? "cards-close" : "cards-open");
    });
  });

  // Exercises: the served course opens them, a plain page says how.
  if (document.querySelector('meta[name="qcourse-server"]')) {
    all(".qc-served").forEach(function (line) { line.hidden = false; });
    all(".qc-unserved").forEach(function (line) { line.hidden = true; });
  }

  // Glossary tips: Escape hides them; a tip stays inside the window.
  all(".qc-word").forEach(function (word) {
    var tip = word.querySelector(".qc-tip");
    var show = function () {
      word.classList.remove("is-quiet");
      if (!tip) return;
      tip.style.marginLeft = "";
      if (getComputedStyle(tip).position !== "absolute") return;
      var over = tip.getBoundingClientRect().right - root.clientWidth + 12;
      if (over > 0) tip.style.marginLeft = -over + "px";
    };
    word.addEventListener("mouseenter", show);
    word.addEventListener("focusin", show);
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") all(".qc-word").forEach(function (word) { word.classList.add("is-quiet"); });
  });

  // Code: copy; wide things: reachable by keyboard.
  all(".highlight").forEach(function (block) {
    if (!navigator.clipboard) return;
    var copy = make("button", "qc-copy", ui("copy"));
    copy.type = "button";
    copy.addEventListener("click", function () {
      navigator.clipboard.writeText(block.querySelector("pre").textContent).then(function () {
        copy.textContent = ui("copied");
        setTimeout(function () { copy.textContent = ui("copy"); }, 2000);
      });
    });
    block.appendChild(copy);
  });
  function reachable() {
    all("pre, .qc-table, .qc-math, .qc-formula").forEach(function (box) {
      if (box.scrollWidth > box.clientWidth + 1) {
        box.tabIndex = 0;
        if (!box.hasAttribute("role")) { box.setAttribute("role", "group"); box.setAttribute("aria-label", ui("scroll")); }
      } else if (box.tabIndex === 0) box.removeAttribute("tabindex");
    });
  }
  (window.requestIdleCallback || setTimeout)(reachable);
  window.addEventListener("resize", reachable);

  // The ledger of facts: a filter.
  var ledger = document.querySelector(".qc-ledger");
  if (ledger) {
    var box = make("div", "qc-filter"), label = make("label", "", ui("filter")), field = make("input"), count = make("output");
    field.type = "search"; field.id = "qc-filter"; label.htmlFor = field.id; count.htmlFor = field.id;
    var topics = make("details", "qc-topics"), list = make("ul");
    topics.appendChild(make("summary", "", ui("topics")));
    topics.appendChild(list);
    all("section[id]", ledger).forEach(function (topic) {
      var link = make("a", "", topic.querySelector("h2, h3").textContent.replace("¶", ""));
      link.href = "#" + topic.id;
      list.appendChild(make("li")).appendChild(link);
    });
    [label, field, count, topics].forEach(function (part) { box.appendChild(part); });
    ledger.insertBefore(box, ledger.firstChild);
    var facts = all(".qc-ledger-fact", ledger).map(function (fact) { return { element: fact, text: fold(fact.textContent) }; });
    var filter = function () {
      var words = fold(field.value).split(/\s+/).filter(Boolean), shown = 0;
      facts.forEach(function (fact) {
        var match = words.every(function (word) { return fact.text.indexOf(word) >= 0; });
        fact.element.hidden = !match;
        if (match) shown += 1;
      });
      all("section", ledger).forEach(function (topic) { topic.hidden = !topic.querySelector(".qc-ledger-fact:not([hidden])"); });
      count.textContent = ui("filter-count").replace("%s", shown);
    };
    field.addEventListener("input", filter);
    filter();
  }

  // On this page: where the reader is.
  var here = all(".qc-here a[href^='#']").filter(function (link) { return link.hash.length > 1; });
  if (here.length && "IntersectionObserver" in window) {
    var seen = new IntersectionObserver(function (entries) {
      entries.forEach(function (entry) {
        if (!entry.isIntersecting) return;
        here.forEach(function (link) { link.classList.toggle("is-here", decodeURIComponent(link.hash.slice(1)) === entry.target.id); });
      });
    }, { rootMargin: "-10% 0px -75% 0px" });
    here.forEach(function (link) { var target = document.getElementById(decodeURIComponent(link.hash.slice(1))); if (target) seen.observe(target); });
  }

  // Paper shows everything; the screen goes back to what it was.
  var opened = [];
  window.addEventListener("beforeprint", function () {
    opened = all("main details:not([open])");
    opened.forEach(function (box) { box.open = true; });
  });
  window.addEventListener("afterprint", function () { opened.forEach(function (box) { box.open = false; }); });
})();
