// What a page does by itself, from its first second on, whatever the app draws into it.

const { file, paths } = document.querySelector("script[data-paths]").dataset;
const pages = paths.split(" ");

// ---- Links to other pages of the guide keep the app open, so that no answer is lost. ----
// They are plain HTML: a browser would leave the app, and with it everything a reader has answered,
// and start it again. Links that open something else than a page, or change the language, are left
// alone.
const language = (address) => new URL(address).searchParams.get("lang");
const follow = (event) => {
  const link = event.target.closest?.("[data-testid=stMain] a[href^='/']:not([data-testid])");
  if (!link || event.defaultPrevented || event.button || link.target) return;
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const to = new URL(link.href);
  const here = to.pathname + to.search === location.pathname + location.search;
  if (here && to.hash) return;
  if (!pages.includes(to.pathname) || language(to) !== language(location)) return;
  event.preventDefault();
  if (here) return;
  history.pushState({}, "", to);
  dispatchEvent(new PopStateEvent("popstate", { state: {} }));  // the app listens to it
};
document.addEventListener("click", follow);

// ---- Arrow keys: from step to step, in the clinic view from screen to screen. ----
// Streamlit's own `shortcut=` listens on the whole page: a reader far down in a table, or in an
// open note, would be thrown to another step. Here the keys count only where the steps have the
// focus, or where nothing has it and the steps are what is on the screen. The clinic view has
// nothing else than its screen, so there they count wherever no control needs them itself. Page
// keys, which a clicker sends, count likewise, once the screen cannot scroll on.
const WAY = { ArrowLeft: "previous", ArrowRight: "next" };
const SCREEN = { ArrowLeft: "back", PageUp: "back", ArrowRight: "next", PageDown: "next" };
const WRITES = "input:not([type=checkbox]), textarea, select";
const OWN_KEYS = `${WRITES}, [role=radiogroup] *, [data-testid=stButtonGroup] *, .map *`;
const inSteps = (one) => {
  const steps = document.querySelector(".st-key-steps");
  if (!steps) return false;
  if (one && one !== document.body) return steps.contains(one);
  const { top, bottom } = steps.getBoundingClientRect();
  return top < innerHeight * 0.75 && bottom > innerHeight * 0.4;
};
const toStep = (key, one) => {
  if (!WAY[key] || one?.matches("input, textarea, select") || !inSteps(one)) return null;
  return document.querySelector(`.st-key-step-${WAY[key]} button`);
};
const scrolls = (key) => {
  const { scrollTop, scrollHeight, clientHeight } = document.querySelector("[data-testid=stMain]");
  return key === "PageUp" ? scrollTop > 2 : scrollHeight - clientHeight - scrollTop > 2;
};
const toScreen = (key, one) => {
  if (!SCREEN[key] || one?.matches(OWN_KEYS)) return null;
  if (key.startsWith("Page") && scrolls(key)) return null;
  return document.querySelector(`.st-key-screen-${SCREEN[key]} a`);
};
const pressed = (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (document.querySelector(":popover-open")) return;
  const find = document.querySelector(".st-key-clinic") ? toScreen : toStep;
  const control = find(event.key, document.activeElement);
  if (!control || control.disabled) return;
  event.preventDefault();
  control.click();
};
// The way to the list of all steps leads to the reader's place in it, and leaves no trace in the
// history: Back would first do nothing else than take it away.
const toList = (event) => {
  if (!event.target.closest?.("a.where")) return;
  event.preventDefault();
  const here = document.querySelector(".track [aria-current]");
  here?.focus({ preventScroll: true });
  here?.scrollIntoView({ block: "center" });
};
document.addEventListener("keydown", pressed);
document.addEventListener("click", toList);
document.documentElement.dataset.arrows = "on";  // for those who must know when keys count

// ---- The charts' code comes while the reader reads a page that has none. ----
// Not before this page is drawn, not where data are saved or the network is slow.
const PAUSE = 5000;  // milliseconds after the page is drawn
const { saveData, effectiveType } = navigator.connection ?? {};
if (file && !saveData && !/2g|3g/.test(effectiveType)) {
  const waiting = setInterval(() => {
    if (!document.querySelector("#root .page-head")) return;
    clearInterval(waiting);
    const link = Object.assign(document.createElement("link"), { rel: "prefetch", href: file });
    setTimeout(() => document.head.append(link), PAUSE);
  }, 1000);
}
