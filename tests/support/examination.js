// All that is wrong with the page as it stands: what axe finds, what faults.js finds, what moves.
// Comes into the page together with both, by tests/support/gallery.py.

(() => {
  // A text and everything below it as the eye gets them: where these are the same, so is the contrast.
  const chains = new Map();
  const chainOf = (element) => {
    if (!element) return "";
    if (chains.has(element)) return chains.get(element);
    const style = getComputedStyle(element);
    const offsets = [style.top, style.right, style.bottom, style.left];
    const margins = [style.marginTop, style.marginRight, style.marginBottom, style.marginLeft];
    // What leaves its place may lie on anything: nothing is concluded from elsewhere.
    const leaves =
      ["absolute", "fixed"].includes(style.position) ||
      (style.position === "relative" && offsets.some((one) => !["auto", "0px"].includes(one))) ||
      [style.transform, style.translate].some((one) => one !== "none") ||
      margins.some((one) => one.startsWith("-"));
    const above = chainOf(element.parentElement);
    const chain = leaves || above === null ? null : hash([
      above, style.backgroundColor, style.backgroundImage, style.opacity, style.filter, style.mixBlendMode,
    ].join("|"));
    chains.set(element, chain);
    return chain;
  };
  const lookOf = (element) => {
    const chain = chainOf(element);
    const style = getComputedStyle(element);
    return chain === null ? null : hash([
      chain, style.color, style.fontSize, style.fontWeight, style.textShadow, element.matches(":disabled"),
    ].join("|"));
  };
  // cyrb53: short, and good enough for some thousand different looks.
  const hash = (text) => {
    let [one, two] = [0xdeadbeef, 0x41c6ce57];
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      one = Math.imul(one ^ code, 2654435761);
      two = Math.imul(two ^ code, 1597334677);
    }
    one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909);
    two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
    return 4294967296 * (2097151 & two) + (one >>> 0);
  };

  const contrast = axe._audit.rules.find((rule) => rule.id === "color-contrast");
  const isText = contrast.matches.bind(contrast);

  // What a width shows that narrower ones do not, each with the box that it is in; words typed into
  // fields and tokens aside.
  let shown = null;
  const isNew = (element) => element.checkVisibility() && !shown.has(element);
  const additions = () => hash(
    [...document.body.querySelectorAll("*")]
      .filter((one) => isNew(one) && !isNew(one.parentElement))
      .map((one) => one.parentElement.cloneNode(false).outerHTML + one.outerHTML)
      .join().replace(/value="[^"]*"/g, ""),
  );
  // The rules that ask for room, colours, or for how things stand to each other. The others judge
  // what is there by itself.
  const NEEDS_THE_WHOLE =
    /^(color-contrast|target-size|link-in-text-block|scrollable-|region|landmark-|heading-order|page-has-|duplicate-|bypass|skip-link)/;
  const others = axe._audit.rules.filter((rule) => !NEEDS_THE_WHOLE.test(rule.id));
  const left = Object.fromEntries(others.map((rule) => [rule.id, { enabled: false }]));

  // Contrast is half of axe's work, and most text looks like text that it has seen on another page:
  // `known` are the looks and additions that have passed; returns what is wrong, and what passes as well.
  const inspect = async (tags, known) => {
    chains.clear();
    const passed = new Set(known);
    const examined = new Map();
    contrast.matches = (element, ...more) => {
      const look = lookOf(element);
      if (passed.has(look) || !isText(element, ...more)) return false;
      examined.set(element, look);
      return true;
    };
    const added = shown && additions();
    shown = new Set([...document.body.querySelectorAll("*")].filter((one) => one.checkVisibility()));
    const result = await axe.run({
      runOnly: tags,
      rules: passed.has(added) ? left : {},
      resultTypes: ["violations", "incomplete"],
      elementRef: true,
      selectors: false,
      // Media are asked for, style sheets are not: no rule of these needs them.
      preload: { assets: ["media"] },
    });
    for (const rule of [...result.violations, ...result.incomplete]) {
      if (rule.id === "color-contrast") for (const node of rule.nodes) examined.delete(node.element);
    }
    return {
      learned: [...new Set([...examined.values(), added])].filter((one) => one !== null),
      violations: result.violations.flatMap((rule) =>
        rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 150)} ${node.failureSummary}`)),
    };
  };

  // How far things have moved by themselves since the page began to show.
  const shift = () => new Promise((resolve) => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
    requestAnimationFrame(() => resolve(sum));
  });

  // Charts are drawn once their font is there, and again for a new width.
  const areDrawn = () => [...document.querySelectorAll("[data-chart]")].every((plot) => {
    const canvas = plot.querySelector("canvas");
    return plot.clientWidth === 0 || (canvas && Math.abs(canvas.clientWidth - plot.clientWidth) < 2);
  });
  const frame = () => new Promise(requestAnimationFrame);

  // All that is to be said about the page at its present width.
  window.lookAtPage = async ({ themes, tags, known }) => {
    await document.fonts.ready;
    while (!areDrawn()) await frame();
    const moved = await shift();
    const faults = themes.flatMap((theme) => findFaults(theme).map((fault) => `(${theme}) ${fault}`));
    const { learned, violations } = tags ? await inspect(tags, known) : { learned: [], violations: [] };
    return { moved, faults, learned, violations };
  };
})();
