// Keys of the sites people work in: "/" searches, "g" and a letter goes to a page, "?" lists them.
const help = document.getElementById("keys");
const isSeen = (element) => element.checkVisibility();

const search = () => {
  // The page's own search comes before that of the site.
  const fields = ["main input[type=search]", ".find input"].flatMap((place) => [
    ...document.querySelectorAll(place),
  ]);
  const field = fields.find(isSeen);
  field?.focus();
  field?.select();
  return Boolean(field);
};

let isGoing = false;
document.addEventListener("keydown", (event) => {
  const isTyping = event.target.closest("input, textarea, select, [contenteditable]");
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  const place = isGoing && help.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  isGoing = event.key === "g";
  if (place) {
    location.assign(place.href);
  } else if (event.key === "?") {
    help.showModal();
  } else if (event.key !== "/" || help.open || !search()) {
    return;
  }
  event.preventDefault();
});

const button = document.querySelector("[data-keys]");
button.hidden = false;
button.addEventListener("click", () => help.showModal());
