"use strict";
// Shows one step of the lecture at a time. Without this script the steps follow one another.
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const one = (selector) => document.querySelector(selector);
  const tours = all(".tour");
  const [moves, dots, select, live] = [".moves", ".dots", ".jump select", ".unseen"].map(one);
  const languageButtons = all(".languages button");
  let tour = tours[0];
  let at = 0;

  const steps = () => all(".step", tour);
  const heading = (step) => step.querySelector("h2").textContent.trim();
  const numberOf = (step) => step.querySelector(".number").textContent.trim();

  // The step that an address such as #step-7 names, with its tour.
  function addressed() {
    const found = document.getElementById(location.hash.slice(1));
    const step = found && found.closest(".step");
    return step && { tour: step.closest(".tour"), at: Number(step.dataset.step) - 1 };
  }

  // Lists the steps of the tour as dots and as a menu.
  function listSteps() {
    dots.replaceChildren();
    select.replaceChildren();
    steps().forEach((step, i) => {
      const name = `${i + 1}. ${heading(step)}`;
      const dot = document.createElement("button");
      dot.type = "button";
      dot.title = name;
      dot.setAttribute("aria-label", name);
      dot.addEventListener("click", () => show(i));
      const item = document.createElement("li");
      item.append(dot);
      dots.append(item);
      select.add(new Option(name, String(i)));
    });
    // A dot needs 44 pixels; a longer tour has the menu instead.
    const room = document.documentElement.clientWidth - 340;
    dots.classList.toggle("fits", steps().length * 44 <= room);
  }

  function show(wanted, { quiet = false } = {}) {
    const list = steps();
    at = Math.max(0, Math.min(wanted, list.length - 1));
    list.forEach((step, i) => { step.hidden = i !== at; });
    tours.forEach((other) => { other.hidden = other !== tour; });
    all("button", dots).forEach((dot, i) => {
      dot.toggleAttribute("data-seen", i < at);
      if (i === at) dot.setAttribute("aria-current", "step");
      else dot.removeAttribute("aria-current");
    });
    select.value = String(at);
    one(".back").disabled = at === 0;
    one(".on").disabled = at === list.length - 1 && !hiddenAnswer();
    document.body.classList.toggle("ends", at === list.length - 1);
    const step = list[at];
    step.querySelector(".words").scrollTop = 0;
    if (quiet) return;
    window.scrollTo(0, 0);
    history.replaceState(null, "", `#${step.id}`);
    live.textContent = `${numberOf(step)}: ${heading(step)}`;
  }

  const answer = () => steps()[at].querySelector(".answer");
  const hiddenAnswer = () => { const found = answer(); return found && !found.open ? found : null; };

  // The next step; before that, the answer to a question.
  function next() {
    const hidden = hiddenAnswer();
    if (!hidden) {
      show(at + 1);
      return;
    }
    hidden.open = true;
    live.textContent = hidden.querySelector("p").textContent;
    hidden.scrollIntoView({ block: "nearest" });
    one(".on").disabled = at === steps().length - 1;
  }

  // The previous step; before that, a shown answer is hidden.
  function back() {
    const shown = answer();
    if (shown && shown.open) shown.open = false;
    else show(at - 1);
  }

  function speak(language) {
    tour = tours.find((other) => other.dataset.language === language) || tour;
    document.documentElement.lang = tour.lang;
    languageButtons.forEach((button) => {
      button.setAttribute("aria-pressed", String(button.dataset.language === tour.dataset.language));
    });
    listSteps();
    show(at);
  }

  const KEYS = {
    ArrowRight: next, ArrowDown: next, PageDown: next, " ": next,
    ArrowLeft: back, ArrowUp: back, PageUp: back,
    Home: () => show(0), End: () => show(steps().length - 1),
  };
  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const focused = event.target.closest("button, select, summary, a");
    if (focused && (event.key === " " || focused.matches("select"))) return;
    // On a small screen the page itself scrolls, by the keys that scroll pages elsewhere.
    const scrolls = ["ArrowDown", "ArrowUp"].includes(event.key);
    if (scrolls && document.documentElement.scrollHeight > window.innerHeight + 4) return;
    const act = KEYS[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  let touch = null;
  document.addEventListener("touchstart", (event) => {
    const [first] = event.touches;
    touch = event.touches.length === 1 ? { x: first.clientX, y: first.clientY } : null;
  }, { passive: true });
  document.addEventListener("touchend", (event) => {
    if (!touch) return;
    const [last] = event.changedTouches;
    const [dx, dy] = [last.clientX - touch.x, last.clientY - touch.y];
    touch = null;
    const zoomed = window.visualViewport && window.visualViewport.scale > 1.05;
    if (zoomed || Math.abs(dx) < 50 || Math.abs(dx) < 1.5 * Math.abs(dy)) return;
    if (dx < 0) next();
    else back();
  }, { passive: true });

  one(".on").addEventListener("click", next);
  one(".back").addEventListener("click", back);
  select.addEventListener("change", () => show(Number(select.value)));
  languageButtons.forEach((button) => {
    button.addEventListener("click", () => speak(button.dataset.language));
  });
  window.addEventListener("hashchange", () => {
    const found = addressed();
    if (!found) return;
    at = found.at;
    speak(found.tour.dataset.language);
  });
  window.addEventListener("resize", () => { listSteps(); show(at, { quiet: true }); });

  // In print all that is folded is open, and closed again afterwards.
  let folded = [];
  window.addEventListener("beforeprint", () => {
    folded = all("details:not([open])", tour);
    folded.forEach((part) => { part.open = true; });
  });
  window.addEventListener("afterprint", () => {
    folded.forEach((part) => { part.open = false; });
  });

  document.documentElement.classList.add("js");
  moves.hidden = false;
  const start = addressed();
  if (start) [tour, at] = [start.tour, start.at];
  speak(tour.dataset.language);
})();
