"use strict";
// Runs behind a picture, in several fonts: no text leaves its box, and nothing covers anything.
(() => {
  const failures = [];
  const check = (holds, what) => { if (!holds && failures.length < 20) failures.push(what); };
  const picture = document.querySelector("svg");
  const { width, height } = picture.viewBox.baseVal;
  const groups = [...picture.querySelectorAll('[role="listitem"], .legend > g')];
  const within = (inner, outer) =>
    inner.x >= outer.x && inner.x + inner.width <= outer.x + outer.width &&
    inner.y >= outer.y - 3 && inner.y + inner.height <= outer.y + outer.height + 3;
  const fonts = ["", "sans-serif", "serif", "monospace", "DejaVu Sans", "DejaVu Sans Mono", "Liberation Sans"];
  for (const font of fonts) {
    for (const text of picture.querySelectorAll("text")) text.style.fontFamily = font;
    const paper = { x: 0, y: 0, width, height };
    for (const text of picture.querySelectorAll("text"))
      check(within(text.getBBox(), paper), `${font}: “${text.textContent}” leaves the picture`);
    let bottom = -Infinity;
    for (const group of groups) {
      const box = group.querySelector(".box").getBBox();
      const label = group.querySelector(".label"), note = group.querySelector(".note");
      check(within(label.getBBox(), box), `${font}: “${label.textContent}” leaves its box`);
      check(!note || note.getBBox().x >= box.x + box.width, `${font}: “${note?.textContent}” is covered by its box`);
      if (!group.parentNode.classList.contains("legend")) {
        check(box.y >= bottom, `${font}: “${label.textContent}” covers the row above`);
        bottom = box.y + box.height;
      }
    }
  }
  check(groups.length > 5, "the picture has no rows");
  parent.postMessage({ page: location.hash.slice(1), failures }, "*");
})();
