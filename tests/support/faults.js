// What a reader would call broken on the page as it stands: a list of sentences, empty if all is well.
// Run by tests/support/gallery.py in every page, at every width.

(theme) => {
  // A colour on its way from one theme to the other is nobody's. (The site's policy allows this sheet.)
  // Once a page: another sheet would make the browser work out every style again.
  if (document.adoptedStyleSheets.length === 0) {
    const still = new CSSStyleSheet();
    still.replaceSync("*, ::before, ::after { transition: none !important; }");
    document.adoptedStyleSheets.push(still);
  }
  document.documentElement.dataset.theme = theme;
  const faults = [];
  const root = document.documentElement;
  const name = (element) => {
    const words = (element.getAttribute("aria-label") ?? element.textContent).trim();
    const kind = [element.tagName.toLowerCase(), ...element.classList].join(".");
    return `${kind} "${words.replace(/\s+/g, " ").slice(0, 40)}"`;
  };

  const tooWide = root.scrollWidth - root.clientWidth;
  if (tooWide > 0) faults.push(`the page is ${tooWide} px too wide`);

  // For screen readers, or cut on purpose with an ellipsis or a fade.
  const isSpared = (element, style) =>
    style.clipPath !== "none" || style.maskImage !== "none" || style.textOverflow === "ellipsis" ||
    element.closest("[aria-hidden=true], .sr, .trap, svg") !== null;

  for (const element of document.body.querySelectorAll("*")) {
    if (element.clientWidth === 0 || !element.checkVisibility()) continue;
    const style = getComputedStyle(element);
    if (isSpared(element, style)) continue;
    // What can be scrolled to is not cut; a field shows the end of what is typed on demand.
    if (/auto|scroll/.test(style.overflowX) || element.matches("input, select, textarea")) continue;
    const cut = element.scrollWidth - element.clientWidth;
    const isClipped = style.overflowX !== "visible";
    const isBox = element.matches(".button, .badge, .chip, .count, .tabs a, .side a");
    if (cut > 1 && (isClipped || isBox)) faults.push(`${cut} px of ${name(element)} are cut`);
  }

  // A number is read at a glance, in one line.
  for (const count of document.querySelectorAll(".count")) {
    if (count.checkVisibility() && count.clientHeight > 1.5 * parseFloat(getComputedStyle(count).lineHeight))
      faults.push(`${name(count)} is broken in two`);
  }

  // What is typed is seen: a field has room for some letters.
  for (const field of document.querySelectorAll("input:not([type=checkbox], [type=radio], [type=file]), textarea")) {
    if (field.checkVisibility() && !field.closest(".trap, .sr") && field.clientWidth < 4 * parseFloat(getComputedStyle(field).fontSize))
      faults.push(`${field.name || field.id} has room for a letter or two`);
  }

  // Nothing that can be pressed lies on something else that can be pressed, unless inside it.
  const isAfloat = (element) => element.closest(".top, .side, .toast, .menu > div, .reply, .act-bar");
  const pressable = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest(".sr, .trap, .skip"));
  const boxes = pressable.flatMap((element) =>
    [...element.getClientRects()]
      .filter((box) => box.width > 1 && box.height > 1)
      .map((box) => ({ element, box, isAfloat: isAfloat(element) })),
  );
  for (const [at, one] of boxes.entries()) {
    for (const other of boxes.slice(at + 1)) {
      if (one.element === other.element || one.isAfloat !== other.isAfloat) continue;
      if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
      const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      if (across > 2 && down > 2) faults.push(`${name(one.element)} lies on ${name(other.element)}`);
    }
  }

  // The keyboard goes where the eye goes.
  for (const element of pressable) {
    const isGrip = element.matches("[data-handle]");    // arrows do the same
    if (element.tabIndex !== 0 && !isGrip) faults.push(`the keyboard does not reach ${name(element)}`);
  }
  return [...new Set(faults)];
}
