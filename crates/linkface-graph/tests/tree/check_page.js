"use strict";
// Runs behind the page's own script, and tells the page around it what is wrong.
(() => {
  const failures = [];
  const check = (holds, what) => { if (!holds && failures.length < 20) failures.push(what); };
  const at = (id) => document.getElementById(id);
  const rows = () => [...document.querySelectorAll(".row")].filter((row) => !row.hidden);
  const name = (row) => row.querySelector(".name").textContent;
  const key = (name, target = document.activeElement) =>
    target.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true }));
  const selected = () => document.querySelectorAll('.row[aria-selected="true"]');
  const shows = (element) => getComputedStyle(element).display !== "none" && !element.hidden;

  // Side by side, in one line or in several.
  const apart = (elements, where) => {
    const boxes = elements.filter(shows).map((it) => [it, it.getBoundingClientRect()]);
    for (const [a, one] of boxes)
      for (const [b, two] of boxes)
        check(a === b || one.right <= two.left + 0.5 || two.right <= one.left + 0.5 ||
          one.bottom <= two.top + 0.5 || two.bottom <= one.top + 0.5,
          `${where}: “${a.textContent.trim()}” covers “${b.textContent.trim()}”`);
  };
  const unclipped = (element) =>
    check(element.scrollWidth <= element.clientWidth + 1, `clipped: ${element.id || element.className}`);
  const layout = (when) => {
    let bottom = -Infinity;
    for (const row of rows()) {
      const box = row.getBoundingClientRect();
      check(box.top >= bottom - 0.5, `${when}: row “${name(row)}” covers the one above`);
      check(box.height >= 24, `${when}: row “${name(row)}” is too flat`);
      bottom = box.bottom;
      unclipped(row);
      apart([...row.children], when);
    }
    check(document.documentElement.scrollWidth <= innerWidth, `${when}: the page is wider than the window`);
    for (const part of document.querySelectorAll("header, .bar, footer, #details")) if (shows(part)) unclipped(part);
    apart([...document.querySelectorAll("header > *, .bar > *")], when);
    apart([...document.querySelectorAll("header, .bar, main, footer")], when);
    apart([document.querySelector(".pane"), at("details")], when);
  };

  const data = JSON.parse(at("data").textContent).roots[0];
  const facade = data.packages.find((it) => it.role === "facade");
  const hidden = data.packages.find((it) => !it.on_path);
  layout("at first");
  check(selected().length === 1 && selected()[0] === rows()[0], "the root isn't selected at first");
  check(rows().every((row) => row.hasAttribute("aria-level") && row.hasAttribute("aria-setsize") || row === rows()[0]), "a row doesn't say where it is");

  // Keys.
  rows()[0].focus();
  key("ArrowDown");
  check(document.activeElement === rows()[1], "ArrowDown doesn't go to the next row");
  key("ArrowUp");
  check(document.activeElement === rows()[0], "ArrowUp doesn't go back");
  key("End");
  check(document.activeElement === rows().at(-1), "End doesn't go to the last row");
  key("Home");
  check(document.activeElement === rows()[0], "Home doesn't go to the first row");
  const before = rows().length;
  key("ArrowLeft");
  check(rows().length === 1 && rows()[0].getAttribute("aria-expanded") === "false", "ArrowLeft doesn't fold");
  key("ArrowRight");
  check(rows().length === before, "ArrowRight doesn't unfold");
  key("ArrowRight");
  check(document.activeElement === rows()[1], "ArrowRight doesn't go to the first child");
  key("ArrowLeft");
  if (document.activeElement !== rows()[0]) key("ArrowLeft");
  check(document.activeElement === rows()[0], "ArrowLeft doesn't go to the parent");
  const now = rows().length;
  key("Enter");
  check(rows().length === 1, "Enter doesn't fold");
  key(" ");
  check(rows().length === now, "Space doesn't unfold");
  const initial = name(rows().at(-1))[0].toLowerCase();
  key(initial);
  check(name(document.activeElement).toLowerCase().startsWith(initial), "a letter doesn't go to a name");
  check(selected().length === 1 && selected()[0] === document.activeElement, "focus and selection differ");
  check(document.querySelectorAll('.row[tabindex="0"]').length === 1, "not exactly one row is in the tab order");
  at("open").click();
  layout("all open");
  at("close").click();
  check(rows().every((row) => Number(row.getAttribute("aria-level")) <= 2), "Collapse leaves rows open");

  // Search.
  const seek = (text) => {
    at("search").value = text;
    at("search").dispatchEvent(new Event("input", { bubbles: true }));
  };
  key("/", document.body);
  check(document.activeElement === at("search"), "/ doesn't go to the search");
  seek(facade.name);
  check(/^[1-9]\d* found$/.test(at("count").textContent), `the count of what was found: “${at("count").textContent}”`);
  check(rows().some((row) => name(row) === facade.name && row.querySelector("mark")), "what was found isn't marked");
  check(rows().length < data.rows.length, "the search filters nothing");
  layout("searching");
  key("ArrowDown", at("search"));
  check(document.activeElement.querySelector?.("mark"), "ArrowDown doesn't go to what was found");
  key("Escape");
  check(at("search").value === "" && at("count").textContent === "", "Esc doesn't clear the search");
  check(document.activeElement.classList.contains("row"), "Esc leaves the tree");
  check(!document.querySelector("mark"), "Esc leaves marks");
  seek("no such package");
  check(rows().length === 0 && document.querySelector(".empty"), "nothing found isn't said");
  if (hidden) {
    seek(hidden.name);
    check(rows().some((row) => name(row) === hidden.name), "the search doesn't find what isn't shown");
  }
  seek("");

  // Details.
  at("all").checked = true;
  at("all").dispatchEvent(new Event("change"));
  at("open").click();
  check(new Set(rows().map((row) => row.dataset.index)).size === data.rows.length, "“all packages” doesn't show all");
  layout("all packages");
  rows().find((row) => name(row) === facade.name).click();
  const text = at("details").textContent;
  check(at("details").querySelector("h2").textContent === `${facade.name} ${facade.version}`, "the details are of something else");
  check(text.includes(facade.items[0].signature), "the details have no signature");
  check(text.includes("here because"), "the details don't say why it is there");
  at("details").querySelector(".chain .link").click();
  check(document.activeElement === rows()[0], "a link in the details doesn't lead there");
  layout("at last");

  parent.postMessage({ page: location.hash.slice(1), failures }, "*");
})();
