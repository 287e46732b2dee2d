"use strict";
// Runs behind a picture, in several fonts: no text leaves its box.
(() => {
  const failures = [];
  const check = (holds, what) => { if (!holds && failures.length < 20) failures.push(what); };
  const picture = document.querySelector("svg");
  const { width, height } = picture.viewBox.baseVal;
  const within = (inner, outer) =>
    inner.x >= outer.x && inner.x + inner.width <= outer.x + outer.width + 1 &&
    inner.y >= outer.y - 1 && inner.y + inner.height <= outer.y + outer.height + 1;
  const fonts = ["", "monospace", "DejaVu Sans Mono", "Liberation Mono"];
  for (const font of fonts) {
    for (const text of picture.querySelectorAll(".line, .name")) text.style.fontFamily = font;
    for (const block of picture.querySelectorAll(".block")) {
      const box = block.querySelector(".box").getBBox();
      check(box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height, "a box leaves the picture");
      for (const text of block.querySelectorAll("text"))
        check(within(text.getBBox(), box), `${font}: “${text.textContent}” leaves its box`);
      const name = block.querySelector(".name").getBBox(), words = block.querySelector(".name ~ .words[text-anchor]")?.getBBox();
      check(!words || name.x + name.width <= words.x, `${font}: “${block.querySelector(".name").textContent}” covers what it is`);
    }
  }
  check(picture.querySelectorAll(".block").length > 2, "the picture has no boxes");
  check(!document.querySelector("x, svg script"), "a name became an element");
  parent.postMessage({ page: location.hash.slice(1), failures }, "*");
})();
