/* The course's slides: reveal.js from a folder, figures as large as their place allows, keys that a figure may keep. */
(function () {
  "use strict";
  const WIDTHS = [560, 640, 720, 800, 900, 1000, 1120, 1240];
  const LARGEST = 1.7;

  /* Ways to set a figure: one column; two that keep its blocks whole; two that keep only its smallest pieces whole. */
  const SETTINGS = [[], ["slide-columns", "slide-blocks"], ["slide-columns"]];

  function set(figure, setting, width) {
    figure.classList.remove("slide-columns", "slide-blocks");
    figure.classList.add(...setting);
    figure.style.width = width + "px";
  }

  /* Try each setting and width of the figure, and keep what may be shown largest. */
  function fit(slide) {
    const room = slide.querySelector(".slide-figure");
    const figure = room && room.querySelector("figure");
    if (!figure) return;
    let best = { scale: 0 };
    figure.style.zoom = 1;
    for (const setting of SETTINGS) {
      for (const width of WIDTHS) {
        set(figure, setting, width);
        const scale = Math.min(room.clientWidth / width, room.clientHeight / (figure.offsetHeight + 4), LARGEST);
        if (scale > best.scale && figure.scrollWidth <= width) best = { scale, width, setting };
      }
    }
    set(figure, best.setting, best.width);
    figure.style.zoom = best.scale;
    figure.dataset.scale = best.scale.toFixed(3);
  }

  const inFigure = (element) => element && element.closest && element.closest(".slide-figure");

  addEventListener(
    "keydown",
    (event) => {
      if (event.key === "Escape" && inFigure(document.activeElement)) {
        document.activeElement.blur();
        event.stopPropagation();
      }
    },
    true,
  );

  Reveal.initialize({
    width: 1280,
    height: 720,
    margin: 0,
    minScale: 0.1,
    maxScale: 4,
    center: false,
    hash: true,
    transition: "none",
    backgroundTransition: "none",
    progress: false,
    slideNumber: false,
    help: false,
    pdfMaxPagesPerSlide: 1,
    pdfSeparateFragments: false,
    keyboardCondition: () => !inFigure(document.activeElement),
    plugins: [RevealNotes],
  });
  const fitCurrent = () => Reveal.getCurrentSlide() && fit(Reveal.getCurrentSlide());
  Reveal.on("ready", fitCurrent);
  Reveal.on("slidechanged", fitCurrent);
  Reveal.on("pdf-ready", () => {
    Reveal.getSlides().forEach(fit);
    document.documentElement.dataset.printable = "yes";
  });
  document.fonts.ready.then(fitCurrent);
})();
