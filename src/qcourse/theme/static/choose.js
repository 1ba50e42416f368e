// The site's root: the language that the browser states first of the two; French when it states neither.
(function () {
  var stated = navigator.languages || [navigator.language || ""];
  var known = stated.map(function (tag) { return tag.slice(0, 2).toLowerCase(); }).filter(function (tag) { return tag === "fr" || tag === "en"; });
  location.replace((known[0] || "fr") + "/book/index.html");
})();
