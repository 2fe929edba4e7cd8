// Uploads show how far they are, and what is too large is said before it is sent. Without this file
// the forms are sent as forms are.
const LARGEST = 16 * 1024 * 1024;
const megabytes = (bytes) => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

const hasFile = (form) =>
  [...form.querySelectorAll("input[type=file]")].some((input) => input.files.length > 0);

const partOf = (form, name, make) => {
  const part = form.querySelector(name) ?? form.appendChild(make());
  part.hidden = false;
  return part;
};
const showProgress = (form, { loaded, total }) => {
  const bar = partOf(form, "progress", () => {
    const made = document.createElement("progress");
    made.setAttribute("aria-label", "Upload");
    return made;
  });
  const words = partOf(form, ".upload-words", () =>
    Object.assign(document.createElement("p"), { className: "upload-words small muted" }),
  );
  bar.max = total || 1;
  bar.value = loaded;
  const percent = Math.floor((100 * loaded) / (total || 1));
  words.textContent =
    loaded < total ? `${percent}% of ${megabytes(total)}` : "Uploaded. Checking the file…";
};
const hideProgress = (form) => {
  for (const part of form.querySelectorAll("progress, .upload-words")) part.hidden = true;
};

document.addEventListener("change", (event) => {
  const input = event.target;
  if (input.type !== "file") return;
  const large = [...input.files].find((file) => file.size > LARGEST);
  input.setCustomValidity(
    large ? `This file is ${megabytes(large.size)}. Choose a file of up to 16 MB.` : "",
  );
  input.reportValidity();
});

const goOn = (next) => {
  const here = location.pathname + location.search;
  const target = new URL(next, location.href);
  location.assign(target);
  // To a place in this page it would only scroll.
  if (target.hash && target.pathname + target.search === here) location.reload();
};

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || !form.matches("[data-upload]") || !hasFile(form)) return;
  event.preventDefault();
  const request = new XMLHttpRequest();
  request.upload.addEventListener("progress", (step) => showProgress(form, step));
  request.addEventListener("load", () => {
    const next = request.getResponseHeader("Location");
    if (next) return goOn(next);
    const page = new DOMParser().parseFromString(request.responseText, "text/html");
    const main = page.querySelector("main");
    // Not a page of ours: the browser asks again and shows what it gets.
    if (!main) return form.submit();
    document.querySelector("main").replaceWith(main);
    document.querySelector("[data-summary]")?.focus();
  });
  request.addEventListener("error", () => form.submit());
  request.open("POST", form.action);
  request.setRequestHeader("Accept", "text/html");
  // The answer says where to go on, so that what is said there once is said to the reader.
  request.setRequestHeader("X-Upload", "1");
  request.send(new FormData(form, event.submitter));
});

// Forms that htmx sends.
document.addEventListener("htmx:xhr:progress", (event) => {
  const form = event.target.closest?.("form");
  if (form && hasFile(form)) showProgress(form, event.detail);
});
document.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.elt.matches("form")) hideProgress(event.detail.elt);
});
