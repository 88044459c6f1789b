/* Watches over the app from outside of it: hides the first words in browsers without :has(), says
   that the connection is gone, and keeps Streamlit's own box about that off the words.
   Written for old browsers; where it does not run, the first words and their links stand. */
(function () {
  "use strict";
  var PATIENCE = 2500; /* milliseconds; most connections are back before that */
  var page = document.documentElement;
  var root = document.getElementById("root");
  var note = document.getElementById("connection");
  var styled = !!(window.CSS && CSS.supports && CSS.supports("selector(:has(*))"));
  var app = null, been = false, timer = 0;
  if (!root || !note || !window.MutationObserver) return;

  function on() {
    return app.getAttribute("data-test-connection-state") === "CONNECTED";
  }

  function lost() {
    return been && !on();
  }

  function say() {
    page.classList.add("offline");
    note.textContent = note.getAttribute("data-said");
  }

  function listen() {
    if (on()) been = true;
    if (lost()) {
      timer = timer || setTimeout(say, PATIENCE);
    } else {
      clearTimeout(timer);
      timer = 0;
      page.classList.remove("offline");
      note.textContent = "";
    }
  }

  /* A page that leaves now would find nobody; the text edition and other sites need no connection. */
  function hold(event) {
    var link = lost() && event.target.closest && event.target.closest("#root a[href^='/']");
    if (!link || link.target || link.pathname.indexOf("/text") === 0) return;
    if (link.hash && link.pathname === location.pathname) return;
    event.preventDefault();
    event.stopPropagation();
    say();
  }

  /* The box lies over the words and makes them deaf to taps and keys. */
  function close(box) {
    var button = box.querySelector("[role=dialog] > button");
    if (button && !on()) button.click();
  }

  function boxes() {
    var found = document.querySelectorAll("body > [data-testid=stDialog]");
    for (var index = 0; app && index < found.length; index += 1) close(found[index]);
  }

  function grown() {
    if (!app) {
      app = root.querySelector("[data-testid=stApp]");
      if (app) {
        new MutationObserver(listen).observe(app, { attributes: true });
        listen();
      }
    }
    if (!styled && root.querySelector(".page-head")) {
      page.classList.add("drawn");
      styled = true;
    }
    if (app && styled) growth.disconnect();
  }

  var growth = new MutationObserver(grown);
  growth.observe(root, { childList: true, subtree: true });
  if (!styled) page.classList.add("watched");
  new MutationObserver(boxes).observe(document.body, { childList: true });
  document.addEventListener("click", hold, true);
  grown();
})();
