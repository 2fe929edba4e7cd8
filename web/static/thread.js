// A conversation on the clock of who reads: the time of each message, and the days between them.
// Without it they say how long ago they were, and the days are those of UTC.

const thread = document.getElementById("thread");
const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const near = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long" });
const far = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" });
const HALF_A_YEAR = 180;

const momentOf = (bubble) => new Date(bubble.querySelector("time").dateTime);

const wordsOf = (moment) => {
  const days = Math.round((new Date().setHours(0, 0, 0, 0) - new Date(moment).setHours(0, 0, 0, 0)) / 864e5);
  if (days < 2) return days < 1 ? "Today" : "Yesterday";
  return (days < HALF_A_YEAR ? near : far).format(moment);
};

const show = (bubble, before) => {
  const moment = momentOf(bubble);
  bubble.querySelector("time").textContent = clock.format(moment);
  if (before && momentOf(before).toDateString() === moment.toDateString()) return;
  if (bubble.previousElementSibling?.matches(".day")) return;
  const day = Object.assign(document.createElement("li"), { className: "day" });
  day.append(Object.assign(document.createElement("span"), { textContent: wordsOf(moment) }));
  bubble.before(day);
};

for (const day of thread.querySelectorAll(".day")) day.remove();
const bubbles = () => [...thread.querySelectorAll(".bubble")];
bubbles().forEach((bubble, number, all) => show(bubble, all[number - 1]));
// What live.js puts there.
thread.addEventListener("arrived", ({ target }) => {
  const all = bubbles();
  show(target, all[all.indexOf(target) - 1]);
});
