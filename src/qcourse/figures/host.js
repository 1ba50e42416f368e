/* The host of the figures in a static page: it runs the same modules as a notebook, over the data in the page. */
var qcourseFigures = (function () {
  "use strict";
  const modules = {};

  function createModel(values) {
    const listeners = {};
    return {
      get: (key) => values[key],
      set(key, value) {
        values[key] = value;
        for (const event of ["change:" + key, "change"]) (listeners[event] || []).forEach((listener) => listener());
      },
      save_changes() {},
      on(event, listener) {
        (listeners[event] = listeners[event] || []).push(listener);
      },
      off(event, listener) {
        listeners[event] = listener ? (listeners[event] || []).filter((other) => other !== listener) : [];
      },
    };
  }

  function mount(figure) {
    const module = modules[figure.dataset.figure];
    if (!module || figure.classList.contains("qc-figure-on")) return;
    const language = document.documentElement.lang.slice(0, 2) === "fr" ? "fr" : "en";
    const state = JSON.parse(figure.querySelector(".qc-figure-state").textContent);
    const still = figure.querySelector('.qc-figure-text[lang="' + language + '"] > .qc-figure-still');
    const live = document.createElement("div");
    live.className = "qc-figure-live";
    still.before(live);
    figure.classList.add("qc-figure-on");
    module.render({ model: createModel({ ...state, language, position: state.position || {} }), el: live });
  }

  function mountAll() {
    document.querySelectorAll("figure.qc-figure").forEach(mount);
  }

  /* Paper shows the folded tables too. */
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll(".qc-figure-numbers:not([open])")];
    folded.forEach((details) => (details.open = true));
  });
  addEventListener("afterprint", () => folded.splice(0).forEach((details) => (details.open = false)));

  return {
    parts: {},
    add(name, module) {
      modules[name] = module;
      if (document.readyState === "loading") addEventListener("DOMContentLoaded", mountAll);
      else mountAll();
    },
  };
})();
