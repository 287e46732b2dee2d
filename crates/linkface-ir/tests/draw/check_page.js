"use strict";
// Runs behind the page's own script, and tells the page around it what is wrong.
(async () => {
  const failures = [];
  const check = (holds, what) => { if (!holds && failures.length < 20) failures.push(what); };
  const at = (id) => document.getElementById(id);
  const all = (selector) => [...document.querySelectorAll(selector)];
  const painted = () => new Promise((done) => setTimeout(done, 60));
  const key = (name, target) =>
    target.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true }));
  const over = (element) => element.dispatchEvent(new MouseEvent("mouseover", { bubbles: true }));
  const shows = (element) => getComputedStyle(element).display !== "none" && !element.hidden;
  const rows = all(".ir-row"), data = JSON.parse(at("data").textContent);
  const frames = () => all("header, main, main > section, #details").filter(shows).map((it) => {
    const { left, top, width, height } = it.getBoundingClientRect();
    return [it.id || it.tagName, left, top, width, height].join(" ");
  }).join("\n");
  const view = () => document.querySelector(".picture:not([hidden])").getAttribute("viewBox");
  try {
    await painted();
    // Nothing covers or leaves anything.
    check(document.documentElement.scrollWidth <= innerWidth, "the page is wider than the window");
    check(document.documentElement.scrollHeight <= innerHeight, "the page is higher than the window");
    const parts = all("header, #source, #ir, #graph, #details, footer").filter(shows).map((it) => [it, it.getBoundingClientRect()]);
    for (const [a, one] of parts)
      for (const [b, two] of parts)
        check(a === b || one.right <= two.left + 0.5 || two.right <= one.left + 0.5 || one.bottom <= two.top + 0.5 || two.bottom <= one.top + 0.5,
          `${a.id || a.tagName} covers ${b.id || b.tagName}`);
    for (const row of rows) check(row.scrollWidth <= row.clientWidth + 1, `clipped: ${row.textContent}`);

    // Pointing explains, and moves nothing.
    const before = frames();
    rows.forEach((row, index) => {
      over(row);
      const text = at("details").textContent;
      check(text.includes(data.rows[index].full), `not explained: ${row.textContent}`);
      check(text.includes(data.rows[index].sentence.replaceAll("`", "")), `no sentence: ${row.textContent}`);
      check(row.classList.contains("now"), "the instruction isn't marked");
      check(all(".block.on").length === 1 && all(".block.on")[0].dataset.block === String(data.rows[index].block), "its block isn't marked");
      for (const [file, line] of data.rows[index].places)
        check(document.querySelector(`.src-row[data-file="${file}"][data-line="${line}"]:is(.on, .via)`), `line ${line} isn't marked`);
      for (const local of data.rows[index].uses) {
        const from = data.rows.findIndex((it) => it.defines === local);
        check(from < 0 || from === index || rows[from].classList.contains("def"), "a definition isn't marked");
      }
    });
    check(frames() === before, `pointing moves the page: ${before} … ${frames()}`);
    at("ir").dispatchEvent(new MouseEvent("mouseleave"));
    check(all(".now, .def, .use").filter((it) => !it.closest("footer")).length === 0, "marks stay when the pointer leaves");

    // Keys.
    rows[0].focus();
    key("ArrowDown", rows[0]);
    const second = rows[Math.min(1, rows.length - 1)];
    check(document.activeElement === second, "ArrowDown doesn't go to the next instruction");
    check(second.getAttribute("aria-selected") === "true", "the instruction isn't selected");
    key("End", second);
    check(document.activeElement === rows.at(-1), "End doesn't go to the last instruction");
    key("Home", rows.at(-1));
    check(document.activeElement === rows[0], "Home doesn't go to the first instruction");
    check(all('.ir-row[tabindex="0"]').length === 1, "not exactly one instruction is in the tab order");
    check(frames() === before, "choosing moves the page");

    // Zoom and move.
    const first = view();
    key("+", document.body);
    await painted();
    const nearer = view();
    check(Number(nearer.split(" ")[2]) < Number(first.split(" ")[2]), "+ doesn't zoom in");
    key("0", document.body);
    await painted();
    const box = document.querySelector(".picture").getBoundingClientRect();
    for (const block of all(".picture:not([hidden]) .block .box")) {
      const it = block.getBoundingClientRect();
      check(it.left >= box.left - 1 && it.right <= box.right + 1 && it.top >= box.top - 1 && it.bottom <= box.bottom + 1, "0 doesn't show all");
    }
    const whole = view();
    for (let nth = 0; nth < 12; nth++) key("+", document.body);
    await painted();
    const inside = view();
    check(whole !== inside, "zooming in again doesn't");
    const wheel = (options) => at("graph").dispatchEvent(new WheelEvent("wheel", { bubbles: true, cancelable: true, deltaY: 40, ...options }));
    wheel({ ctrlKey: true });
    await painted();
    check(Number(view().split(" ")[2]) > Number(inside.split(" ")[2]), "the wheel doesn't zoom");
    key("ArrowUp", at("graph"));
    key("ArrowLeft", at("graph"));
    await painted();
    check(view().split(" ").every((it) => Number.isFinite(Number(it))), `the view is ${view()}`);

    // Search.
    const seek = (text) => {
      at("search").value = text;
      at("search").dispatchEvent(new Event("input", { bubbles: true }));
    };
    key("/", document.body);
    check(document.activeElement === at("search"), "/ doesn't go to the search");
    const texts = rows.map((row) => row.textContent);
    const defined = data.rows.find((it) => it.defines !== null);
    if (defined) {
      seek(`%${data.locals[defined.defines]}`);
      check(/^[1-9]\d* found$/.test(at("count").textContent), `the count: “${at("count").textContent}”`);
      check(all("#ir mark.hit").length > 0 && all(".block.found").length > 0, "what is found isn't marked");
      key("Enter", at("search"));
      check(document.activeElement.querySelector?.("mark"), "Enter doesn't go to what is found");
    }
    seek("no such register");
    check(at("count").textContent === "0 found", "nothing found isn't said");
    key("Escape", document.activeElement);
    check(at("search").value === "" && !document.querySelector("mark"), "Esc leaves marks");
    check(rows.every((row, index) => row.textContent === texts[index]), "the search changes the text");

    // The other picture.
    all(".pick")[1].click();
    await painted();
    check(all(".picture:not([hidden])").length === 1 && !all(".picture")[1].hasAttribute("hidden"), "the dominators aren't shown");
    over(rows[0]);
    check(all(".picture:not([hidden]) .block.on").length === 1, "the dominators don't mark blocks");
    check(all("script").length === 4, "a name became a script");
    check(!all("x, textarea").length, "a name became an element");
  } catch (error) {
    failures.push(`${error.name}: ${error.message} ${error.stack}`);
  }
  parent.postMessage({ page: location.hash.slice(1), failures }, "*");
})();
