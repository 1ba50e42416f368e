// Runs before the first paint: says that scripts work and applies the reader's choice of colours.
(function () {
  var root = document.documentElement;
  root.classList.add("js");
  try {
    var kept = localStorage.getItem("qcourse-theme");
    if (kept === "light" || kept === "dark") root.setAttribute("data-theme", kept);
  } catch (error) { /* storage may be refused, as on some file:// pages: the system's colours then serve */ }
})();
