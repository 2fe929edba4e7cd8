// What happens while a page is open: messages, receipts and counts arrive by Server-Sent Events.
//
// The element with `sse-connect` carries the address; `after` in it is the last event that the page
// was made with. A stream that ends is opened again from the last event that arrived, so nothing is
// missed and nothing comes twice. A page that nobody looks at holds no connection.

const place = document.querySelector("[sse-connect]");
const address = new URL(place.getAttribute("sse-connect"), location.href);
const thread = document.getElementById("thread");
const WAIT_AT_MOST = 60_000;
let after = address.searchParams.get("after");
let source = null;
let wait = 1000;
let timer = 0;

const showCount = (name, count) => {
  for (const badge of document.querySelectorAll(`[data-live="${name}"]`)) {
    badge.firstElementChild.textContent = count < 100 ? count : "100+";
    badge.hidden = count === 0;
  }
};

const isAtEnd = () => window.innerHeight + window.scrollY >= document.body.offsetHeight - 200;
const csrf = () => document.querySelector("input[name=csrf_token]")?.value;

const tellRead = (conversation) =>
  fetch(`/messages/${conversation}/read`, {
    method: "POST", body: new URLSearchParams({ csrf_token: csrf() }),
  });

// What is new in the thread is put on the reader's clock (thread.js).
const tellThread = (bubble) => bubble.dispatchEvent(new Event("arrived", { bubbles: true }));

const showMessage = (told) => {
  if (thread?.dataset.conversation !== String(told.conversation) || !told.html) return;
  if (document.getElementById(`message-${told.id}`)) return;
  const follow = isAtEnd();
  thread.insertAdjacentHTML("beforeend", told.html);
  const bubble = thread.lastElementChild;
  document.getElementById("seen").hidden = true;
  window.htmx?.process(bubble);
  tellThread(bubble);
  if (follow) bubble.scrollIntoView({ block: "end" });
  if (bubble.matches(".theirs")) tellRead(told.conversation);
};

// The list of conversations beside it, where the page has one.
const tellList = () => document.body.dispatchEvent(new Event("told"));

const handlers = {
  message(told) {
    showMessage(told);
    tellList();
  },
  receipt(told) {
    if (thread?.dataset.conversation !== String(told.conversation)) return;
    const last = thread.lastElementChild;
    const id = Number(last?.id.replace("message-", ""));
    document.getElementById("seen").hidden = !(last?.matches(".mine") && id <= told.id);
  },
  removal(told) {
    tellList();
    const bubble = document.getElementById(`message-${told.id}`);
    if (!bubble) return;
    if (told.html) {
      bubble.outerHTML = told.html;
      tellThread(document.getElementById(`message-${told.id}`));
    } else bubble.remove();
  },
  unread: tellList,
  notification() {},
  reset() {
    // What is being typed is not to be lost.
    if (!document.getElementById("message")?.value) location.reload();
  },
};

const listen = () => {
  clearTimeout(timer);
  if (source || document.hidden) return;
  address.searchParams.set("after", after);
  source = new EventSource(address);
  source.addEventListener("open", () => { wait = 1000; });
  for (const [kind, handle] of Object.entries(handlers)) {
    source.addEventListener(kind, (event) => {
      after = event.lastEventId;
      const told = JSON.parse(event.data);
      if ("unread_messages" in told) showCount("messages", told.unread_messages);
      if ("unread_notifications" in told) showCount("notifications", told.unread_notifications);
      handle(told);
    });
  }
  source.addEventListener("error", () => {
    // A new one with the address of the last event, also where the browser would give up.
    stop();
    timer = setTimeout(listen, wait);
    wait = Math.min(wait * 2, WAIT_AT_MOST);
  });
};

const stop = () => {
  source?.close();
  source = null;
};

document.addEventListener("visibilitychange", () => {
  if (document.hidden) stop();
  else listen();
});
window.addEventListener("pagehide", stop);
window.addEventListener("pageshow", listen);
listen();

// Enter sends, Shift and Enter begins a line, as in other messengers; not where it would disturb
// the choice of a word (input methods).
document.addEventListener("keydown", (event) => {
  const area = event.target;
  if (area.id !== "message" || event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  if (!area.closest(".reply") || !matchMedia("(pointer: fine)").matches) return;
  event.preventDefault();
  area.form.requestSubmit();
});
document.addEventListener("htmx:afterSettle", (event) => {
  if (event.target.matches?.("#reply")) document.getElementById("message").focus();
});
