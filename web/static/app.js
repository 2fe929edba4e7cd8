// What pages do more with JavaScript. Every page is complete without it.

// A form is sent once, however often its button is pressed.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post") return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "1";
  const button = event.submitter ?? form.querySelector("button[type=submit], button:not([type])");
  button?.setAttribute("aria-busy", "true");
  const working = form.querySelector(".working");
  if (working) working.textContent = working.dataset.words;
});
const isSent = (form) => {
  delete form.dataset.sent;
  form.querySelector("[aria-busy]")?.removeAttribute("aria-busy");
  form.querySelector(".working")?.replaceChildren();
};
// Back from the next page: the form can be sent again.
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) isSent(form);
});

// A section that was refused comes back with what is wrong, and can be sent again.
document.addEventListener("htmx:beforeSwap", (event) => {
  if (![400, 409, 413, 422].includes(event.detail.xhr.status)) return;
  event.detail.shouldSwap = true;
  event.detail.isError = false;
});
document.addEventListener("htmx:afterRequest", (event) => isSent(event.detail.elt));

// Times of events are on the clock of the event; readers whose clock shows another see theirs too.
const clock = (moment, timeZone) =>
  moment.toLocaleString("en-GB", { dateStyle: "short", timeStyle: "short", timeZone });
const showOwnTimes = (root) => {
  for (const place of root.querySelectorAll("[data-yours]")) {
    const { starts, ends, zone } = place.dataset;
    const begin = new Date(starts);
    try {
      if (clock(begin, zone) === clock(begin)) continue;
    } catch {
      // A zone that this browser does not know: its own time is all it can show.
    }
    const format = new Intl.DateTimeFormat("en-GB", {
      weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit",
    });
    const words = ends ? format.formatRange(begin, new Date(ends)) : format.format(begin);
    place.textContent = `Your time: ${words}`;
    place.hidden = false;
  }
};
showOwnTimes(document);
document.addEventListener("htmx:afterSettle", () => showOwnTimes(document));

// Keep the keyboard focus in the section whose form was sent.
document.addEventListener("htmx:afterSettle", (event) => {
  const section = event.detail.elt;
  if (document.activeElement === document.body && section.matches("section[tabindex]")) {
    section.focus({ preventScroll: true });
  }
});

// Focus the error summary, so that screen readers read it first.
document.querySelector("[data-summary]")?.focus();

// Suggest skills for the text after the last comma.
for (const input of document.querySelectorAll("[data-skills]")) {
  const list = document.getElementById(input.getAttribute("list"));
  let last = "";
  input.addEventListener("input", async () => {
    const cut = input.value.lastIndexOf(",") + 1;
    const prefix = input.value.slice(cut).trim();
    if (prefix.length < 1 || prefix === last) return;
    last = prefix;
    const answer = await fetch(`/skills/suggest?prefix=${encodeURIComponent(prefix)}`);
    if (!answer.ok || prefix !== last) return;
    const before = input.value.slice(0, cut) + (cut ? " " : "");
    const { skills } = await answer.json();
    list.replaceChildren(
      ...skills.map((skill) => Object.assign(document.createElement("option"), { value: before + skill })),
    );
  });
}

// What has an order can be dragged to another place; the arrows do the same without a script.
for (const list of document.querySelectorAll("[data-sortable]")) {
  let dragged = null;
  for (const item of list.querySelectorAll("[data-item]")) {
    const handle = item.querySelector("[data-handle]");
    handle.hidden = false;
    handle.addEventListener("pointerdown", () => (item.draggable = true));
    item.addEventListener("dragstart", (event) => {
      dragged = item;
      event.dataTransfer.effectAllowed = "move";
      item.classList.add("dragged");
    });
    item.addEventListener("dragover", (event) => {
      if (!dragged || dragged === item) return;
      event.preventDefault();
      const box = item.getBoundingClientRect();
      const isBehind = event.clientY > box.top + box.height / 2;
      item.parentNode.insertBefore(dragged, isBehind ? item.nextSibling : item);
    });
    item.addEventListener("drop", (event) => event.preventDefault());
    item.addEventListener("dragend", () => {
      if (!dragged) return;
      dragged = null;
      item.draggable = false;
      item.classList.remove("dragged");
      // Sent as the arrows are: what the page shows afterwards is what the database says.
      const form = item.querySelector("[data-move]");
      const button = form.querySelector("button");
      button.value = [...list.querySelectorAll("[data-item]")].indexOf(item) + 1;
      button.disabled = false;
      form.requestSubmit(button);
    });
  }
}

// A conversation opens where it has come to.
if (document.getElementById("reply") && !location.hash) {
  document.getElementById("end").scrollIntoView({ block: "end", behavior: "instant" });
}

// An open menu closes when one goes on, by mouse or by keyboard.
for (const kind of ["click", "focusin"]) {
  document.addEventListener(kind, (event) => {
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });
}
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

// A profile on paper, or as a file to send.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
