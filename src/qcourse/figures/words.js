/* Texts of the page's language, and how it writes values (in step with words.py). */

const NBSP = "\u00a0";

/** The figure's strings in the page's language: say("key", { name: value }) fills the {name} places. */
export function speaker(model) {
  const texts = model.get("texts")[model.get("language")];
  return (key, values = {}) => {
    if (!(key in texts)) throw new Error("no text " + key);
    return texts[key].replace(/\{(\w+)\}/g, (place, name) => (name in values ? values[name] : place));
  };
}

/** A number with at most `digits` decimals, halves rounded up: 1234.5 gives 1,234.5 or 1 234,5. */
export function number(value, language, digits = 6) {
  const scale = 10 ** digits;
  const rounded = Math.floor(Math.abs(value) * scale + 0.5 + 1e-6) / scale;
  const [whole, decimals = ""] = rounded.toFixed(digits).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === "fr" ? NBSP : ",");
  const tail = decimals.replace(/0+$/, "");
  const sign = value < 0 && rounded > 0 ? "\u2212" : "";
  return sign + grouped + (tail ? (language === "fr" ? "," : ".") + tail : "");
}

/** A fraction as a percentage: 0.8536 gives 85.4% or 85,4 %. */
export function percent(share, language, digits = 1) {
  return number(share * 100, language, digits) + (language === "fr" ? NBSP : "") + "%";
}

/** An angle with its sign: −45°. */
export function degrees(angle, language) {
  return number(angle, language, 0) + "°";
}
