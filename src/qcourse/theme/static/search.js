// The search page: finds words in search-index.js, accents and capitals folded, and shows them in their context.
(function () {
  "use strict";
  var root = document.documentElement.getAttribute("data-content_root") || "./";
  var field = document.getElementById("qc-query"), count = document.querySelector(".qc-search-count"), results = document.querySelector(".qc-results");
  var FULL = { "œ": "oe", "æ": "ae", "ß": "ss", "’": "'", "\u00a0": " ", "\u202f": " ", "–": "-", "‑": "-" };

  // Folded text, with for each of its characters the place in the original.
  function fold(text) {
    var out = "", places = [];
    for (var i = 0; i < text.length; i += 1) {
      var plain = text[i].toLowerCase();
      plain = FULL[plain] || plain.normalize("NFD").replace(/[\u0300-\u036f]/g, "");
      for (var k = 0; k < plain.length; k += 1) { out += plain[k]; places.push(i); }
    }
    places.push(text.length);
    return { text: out, places: places };
  }
  // The index holds the text of every page: it is loaded with the first word that is looked for, not with the page.
  var folded = null, loading = false;
  function load() {
    if (loading) return;
    loading = true;
    var script = document.createElement("script");
    script.src = root + "search-index.js";
    script.onload = function () {
      folded = window.qcourseSearch.map(function (page) {
        return {
          url: page[0], title: page[1], module: page[2], key: fold(page[1]).text,
          sections: page[3].map(function (part) { return { anchor: part[0], heading: part[1], text: part[2], head: fold(part[1]).text, body: fold(part[2]).text }; })
        };
      });
      show();
    };
    document.head.appendChild(script);
  }

  // "two words" in quotation marks stay together; a plural s is dropped so that qubits finds qubit.
  function terms(query) {
    var found = [];
    fold(query).text.replace(/["«“]\s*([^"»”]+?)\s*["»”]|[^\s"«»“”]+/g, function (whole, phrase) {
      var term = (phrase || whole).replace(/^[.,;:!?()]+|[.,;:!?()]+$/g, "");
      if (!phrase && term.length > 4) term = term.replace(/s$/, "");
      if (term) found.push(term);
    });
    return found;
  }
  function starts(text, at) { return at === 0 || !/[a-z0-9]/.test(text[at - 1]); }
  function score(text, term) {
    var at = text.indexOf(term), best = 0, times = 0;
    while (at >= 0 && times < 6) {
      best = Math.max(best, starts(text, at) ? 3 : term.length > 3 ? 1 : 0);
      times += 1;
      at = text.indexOf(term, at + term.length);
    }
    return best && best + times * 0.2;
  }
  function rank(query) {
    var list = [];
    folded.forEach(function (page) {
      var hits = [];
      page.sections.forEach(function (part) {
        var total = 0;
        var whole = query.every(function (term) {
          var points = 4 * score(page.key, term) + 3 * score(part.head, term) + score(part.body, term);
          var own = score(part.head, term) || score(part.body, term);
          total += points;
          return own || (score(page.key, term) && query.length > 1);
        });
        if (query.length > 1 && (part.head + " " + part.body).indexOf(query.join(" ")) >= 0) total += 4;
        if (whole && query.some(function (term) { return score(part.head, term) || score(part.body, term); })) hits.push({ part: part, points: total });
      });
      hits.sort(function (a, b) { return b.points - a.points; });
      if (hits.length) list.push({ page: page, hits: hits, points: hits[0].points + Math.min(hits.length, 5) * 0.3 });
    });
    return list.sort(function (a, b) { return b.points - a.points; });
  }

  // Text with the hits marked, as nodes: nothing that was typed or read is ever parsed as HTML.
  function marked(text, query, into) {
    var f = fold(text), spans = [], at, last = 0;
    query.forEach(function (term) {
      for (at = f.text.indexOf(term); at >= 0; at = f.text.indexOf(term, at + term.length)) {
        if (starts(f.text, at) || term.length > 3) spans.push([f.places[at], f.places[at + term.length]]);
      }
    });
    spans.sort(function (a, b) { return a[0] - b[0]; });
    spans.forEach(function (span) {
      if (span[0] < last) return;
      into.appendChild(document.createTextNode(text.slice(last, span[0])));
      var mark = document.createElement("mark");
      mark.textContent = text.slice(span[0], span[1]);
      into.appendChild(mark);
      last = span[1];
    });
    into.appendChild(document.createTextNode(text.slice(last)));
  }
  function snippet(part, query) {
    var f = fold(part.text), first = -1;
    query.forEach(function (term) {
      for (var at = f.text.indexOf(term); at >= 0; at = f.text.indexOf(term, at + 1)) {
        if (!starts(f.text, at) && term.length < 4) continue;
        if (first < 0 || at < first) first = at;
        break;
      }
    });
    var middle = first < 0 ? 0 : f.places[first];
    var from = Math.max(0, middle - 70), to = Math.min(part.text.length, middle + 150);
    if (from > 0) from = part.text.indexOf(" ", from) + 1;
    if (to < part.text.length) to = Math.max(part.text.lastIndexOf(" ", to), middle + 1);
    return (from > 0 ? "… " : "") + part.text.slice(from, to) + (to < part.text.length ? " …" : "");
  }

  function show() {
    var query = terms(field.value);
    results.textContent = "";
    count.textContent = "";
    if (!query.length) return;
    if (!folded) return load();
    var list = rank(query), total = 0;
    list.slice(0, 30).forEach(function (entry) {
      var box = document.createElement("section"), head = document.createElement("h2"), link = document.createElement("a"), items = document.createElement("ul");
      box.className = "qc-result";
      if (entry.page.module) box.setAttribute("data-module", entry.page.module);
      link.href = root + entry.page.url;
      marked(entry.page.title, query, link);
      head.appendChild(link);
      box.appendChild(head);
      entry.hits.slice(0, 4).forEach(function (hit) {
        var item = document.createElement("li"), to = document.createElement("a"), text = document.createElement("span");
        to.href = root + entry.page.url + (hit.part.anchor ? "#" + encodeURIComponent(hit.part.anchor) : "");
        if (hit.part.heading && hit.part.heading !== entry.page.title) {
          var name = document.createElement("b");
          marked(hit.part.heading, query, name);
          to.appendChild(name);
        }
        marked(snippet(hit.part, query), query, text);
        to.appendChild(text);
        item.appendChild(to);
        items.appendChild(item);
      });
      total += entry.hits.length;
      box.appendChild(items);
      results.appendChild(box);
    });
    count.textContent = (total === 0 ? count.getAttribute("data-none").replace("%s", field.value.trim()) : total === 1 ? count.getAttribute("data-one") : count.getAttribute("data-many").replace("%s", total));
  }
  var wait;
  field.value = new URLSearchParams(location.search).get("q") || "";
  field.addEventListener("input", function () { clearTimeout(wait); wait = setTimeout(show, 120); });
  document.querySelector(".qc-search").addEventListener("submit", function (event) {
    event.preventDefault();
    try { history.replaceState(null, "", "?q=" + encodeURIComponent(field.value)); } catch (error) { /* file:// may refuse */ }
    show();
  });
  if (field.value) show(); else field.focus();
})();
