// The reader's record: lessons, questions, exercises, cards, tests. It is kept by this browser and sent nowhere.
// Its form is schema.json, which course.js carries; the Python package reads and writes the same files.
(function () {
  "use strict";
  var course = window.qcourseCourse, KEY = "qcourse-record" + scope();
  var COLLECTIONS = ["lessons", "questions", "exercises", "cards"], FILE_ONLY = ["written", "language", "attestation", "checksum"];
  // In a learning platform each learner has a record of their own, on a shared machine too.
  function scope() {
    try { return window.qcourseScope || window.parent.qcourseScope || ""; } catch (error) { return ""; } // framed by another site
  }
  var copy = function (value) { return JSON.parse(JSON.stringify(value)); };
  var own = function (object, key) { return Object.prototype.hasOwnProperty.call(object, key); };
  var words = function (key, values) {
    return (course.words[key] || key).replace(/\{(\w+)\}/g, function (whole, name) { return values && own(values, name) ? String(values[name]) : whole; });
  };
  var now = function () { return new Date().toISOString().slice(0, 19) + "Z"; };

  // RFC 8785: keys sorted by their UTF-16 units, no spaces, numbers as JavaScript writes them.
  function canonical(value) {
    if (Array.isArray(value)) return "[" + value.map(canonical).join(",") + "]";
    if (value && typeof value === "object") {
      return "{" + Object.keys(value).sort().map(function (key) { return quoted(key) + ":" + canonical(value[key]); }).join(",") + "}";
    }
    return typeof value === "string" ? quoted(value) : JSON.stringify(value);
  }
  function quoted(text) {
    encodeURIComponent(text); // half a surrogate pair is no text: URIError
    return JSON.stringify(text);
  }

  // SHA-256 (FIPS 180-4) in hexadecimal: crypto.subtle is missing on pages that a browser doesn't call secure.
  var PRIMES = [], ROOTS = [], START = [];
  (function () {
    var part = function (x) { return ((x - Math.floor(x)) * 4294967296) | 0; };
    for (var n = 2; PRIMES.length < 64; n += 1) {
      if (PRIMES.every(function (prime) { return n % prime; })) {
        PRIMES.push(n);
        ROOTS.push(part(Math.cbrt(n)));
        if (START.length < 8) START.push(part(Math.sqrt(n)));
      }
    }
  })();
  function sha256(text) {
    var bytes = Array.from(new TextEncoder().encode(text)), bits = bytes.length * 8, hash = START.slice(), w = [];
    bytes.push(128);
    while (bytes.length % 64 !== 56) bytes.push(0);
    [Math.floor(bits / 4294967296), bits].forEach(function (half) { for (var s = 24; s >= 0; s -= 8) bytes.push((half >>> s) & 255); });
    var turn = function (x, by) { return (x >>> by) | (x << (32 - by)); };
    for (var at = 0; at < bytes.length; at += 64) {
      var v = hash.slice();
      for (var i = 0; i < 64; i += 1) {
        if (i < 16) {
          var b = at + 4 * i;
          w[i] = (bytes[b] << 24) | (bytes[b + 1] << 16) | (bytes[b + 2] << 8) | bytes[b + 3];
        } else {
          var x = w[i - 15], y = w[i - 2];
          w[i] = (w[i - 16] + (turn(x, 7) ^ turn(x, 18) ^ (x >>> 3)) + w[i - 7] + (turn(y, 17) ^ turn(y, 19) ^ (y >>> 10))) | 0;
        }
        var e = v[4], a = v[0];
        var one = (v[7] + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & v[5]) ^ (~e & v[6])) + ROOTS[i] + w[i]) | 0;
        var two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & v[1]) ^ (a & v[2]) ^ (v[1] & v[2]))) | 0;
        v = [(one + two) | 0, a, v[1], v[2], (v[3] + one) | 0, e, v[5], v[6]];
      }
      hash = hash.map(function (word, k) { return (word + v[k]) | 0; });
    }
    return hash.map(function (word) { return ("0000000" + (word >>> 0).toString(16)).slice(-8); }).join("");
  }

  // The part of JSON Schema that schema.json uses; the place of the first fault, or null.
  function fault(value, rule, place) {
    if (rule.$ref) return fault(value, rule.$ref.split("/").slice(1).reduce(function (at, key) { return at[key]; }, course.schema), place);
    var is = { object: value && typeof value === "object" && !Array.isArray(value), array: Array.isArray(value), string: typeof value === "string", boolean: typeof value === "boolean", number: typeof value === "number", integer: typeof value === "number" && Math.floor(value) === value };
    var size = is.string ? Array.from(value).length : is.array ? value.length : value;
    if ((rule.type && !is[rule.type]) || (own(rule, "const") && value !== rule.const) || (rule.enum && rule.enum.indexOf(value) < 0)) return place;
    if (rule.pattern && !new RegExp(rule.pattern).test(value)) return place;
    if (size < rule.minLength || size > rule.maxLength || size > rule.maxItems || value < rule.minimum || value > rule.maximum) return place;
    var found = null;
    if (is.array && rule.items) value.some(function (item, i) { return (found = fault(item, rule.items, place + "[" + i + "]")); });
    if (is.object) {
      (rule.required || []).some(function (key) { return (found = own(value, key) ? null : place + "." + key); });
      found = found || Object.keys(value).reduce(function (before, key) {
        var known = rule.properties && own(rule.properties, key), inside = place + "." + key;
        if (before) return before;
        if (rule.propertyNames && fault(key, rule.propertyNames, inside)) return inside;
        if (known) return fault(value[key], rule.properties[key], inside);
        return rule.additionalProperties === false ? inside : rule.additionalProperties ? fault(value[key], rule.additionalProperties, inside) : null;
      }, null);
    }
    return found;
  }

  // A record from text. `inFile`: its checksum must be there and agree. Gives {record} or {fault: a sentence, kind}.
  function read(text, name, inFile) {
    var no = function (kind, values) { return { kind: kind, fault: words("fault_" + kind, Object.assign({ name: name || "" }, values)) }; };
    var data;
    if (text.length > 2000000) return no("too_large");
    try { data = JSON.parse(text.replace(/^\ufeff/, "")); } catch (error) { return no("not_json"); }
    if (!data || typeof data !== "object" || data.format !== "qcourse-record") return no("foreign");
    if (data.version !== 1) return no(data.version > 1 ? "newer" : "unknown_version", { version: JSON.stringify(data.version) });
    var place = fault(data, course.schema, "$") || (inFile && !own(data, "checksum") ? "$.checksum" : null);
    try { if (!place && inFile && checksum(data) !== data.checksum) return no("checksum"); } catch (error) { place = "$"; }
    return place ? no("damaged", { place: place }) : { record: data };
  }
  function without(record, keys) {
    return Object.keys(record).reduce(function (rest, key) { if (keys.indexOf(key) < 0) rest[key] = record[key]; return rest; }, {});
  }
  function checksum(data) { return sha256(canonical(without(data, ["checksum"]))); }
  function empty() { return { format: "qcourse-record", version: 1, lessons: {}, questions: {}, exercises: {}, cards: {}, tests: [] }; }

  // Both records in one: the newer entry stays; of answers, the oldest is the first and the newest the last.
  function merge(mine, other) {
    var result = copy(without(mine, FILE_ONLY)), taken = { tests: 0 };
    var order = function (at) { return function (a, b) { return a[at] < b[at] ? -1 : a[at] > b[at] ? 1 : canonical(a) < canonical(b) ? -1 : 1; }; };
    var pair = function (a, b) { return [a, b].sort(order("at")); };
    COLLECTIONS.forEach(function (name) {
      taken[name] = 0;
      Object.keys(other[name]).forEach(function (key) {
        var here = own(result[name], key) ? result[name][key] : null, there = other[name][key];
        if (here && name === "questions") there = { first: pair(here.first, there.first)[0], last: pair(here.last, there.last)[1], times: Math.max(here.times, there.times) };
        else if (here) there = pair(here, there)[1];
        if (here && canonical(here) === canonical(there)) return;
        result[name][key] = copy(there);
        taken[name] += 1;
      });
    });
    var known = result.tests.map(canonical);
    other.tests.forEach(function (test) {
      if (known.indexOf(canonical(test)) >= 0) return;
      known.push(canonical(test));
      result.tests.push(copy(test));
      taken.tests += 1;
    });
    result.tests.sort(order("date"));
    return { record: result, taken: taken };
  }

  // What the browser keeps. A memory that can't be read is never written over: the reader decides on "My progress".
  function stored() {
    try {
      var text = window.localStorage.getItem(KEY);
      if (text === null) return { record: empty(), kept: true };
      var found = read(text, "", false);
      return found.record ? { record: without(found.record, FILE_ONLY), kept: true } : { record: empty(), kept: false, kind: found.kind, raw: text };
    } catch (error) { return { record: empty(), kept: false, kind: "refused" }; }
  }
  function said() { document.dispatchEvent(new CustomEvent("qcourse-record")); }
  function update(change) {
    var state = stored();
    if (!state.kept) return false;
    change(state.record);
    if (fault(state.record, course.schema, "$")) return false;
    try { window.localStorage.setItem(KEY, JSON.stringify(state.record)); } catch (error) { return false; }
    said();
    return true;
  }
  window.addEventListener("storage", function (event) { if (event.key === KEY || event.key === null) said(); });

  window.qcourseRecord = {
    canonical: canonical, sha256: sha256, checksum: checksum, merge: merge, words: words, now: now, empty: empty, state: stored, update: update,
    get: function () { return stored().record; },
    read: function (text, name) { return read(text, name, true); },
    addTest: function (result) {
      var test = Object.assign({}, copy(result), { date: result.date || now() });
      return update(function (record) { record.tests.push(test); });
    },
    // The text of a file with the record as it is now; `extra` goes in as well (an attestation).
    file: function (extra) {
      var whole = Object.assign(stored().record, { language: document.documentElement.lang, written: now() }, extra);
      whole.checksum = checksum(whole);
      return JSON.stringify(whole, null, 1) + "\n";
    },
    erase: function () { try { window.localStorage.removeItem(KEY); } catch (error) { return false; } said(); return true; },
    // Hands a text to the reader as a file.
    save: function (text, name) {
      var link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
      link.download = name;
      document.body.appendChild(link);
      link.click();
      link.remove();
      setTimeout(function () { URL.revokeObjectURL(link.href); }, 60000);
    },
    day: function (moment) { return new Date(moment).toLocaleDateString(document.documentElement.lang === "fr" ? "fr-CA" : "en-GB", { day: "numeric", month: "long", year: "numeric" }); }
  };
})();
