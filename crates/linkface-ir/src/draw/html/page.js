"use strict";
// The page is complete without this script; it adds what moves: highlights, explanations, search, zoom.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const at = (id) => document.getElementById(id);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const make = (tag, className, ...content) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.append(...content);
    return element;
  };
  const ir = at("ir"), source = at("source"), graph = at("graph"), details = at("details"), search = at("search"), map = at("map");
  const rows = all(".ir-row");
  const definedBy = new Map(), usedBy = new Map(), rowsOfLine = new Map();
  data.rows.forEach((row, index) => {
    if (row.defines !== null) definedBy.set(row.defines, index);
    for (const local of row.uses) usedBy.set(local, [...(usedBy.get(local) ?? []), index]);
    for (const [file, line] of row.places) {
      const key = `${file}:${line}`;
      rowsOfLine.set(key, [...(rowsOfLine.get(key) ?? []), index]);
    }
  });

  // ── highlights ──────────────────────────────────────────────────────────────────────────────
  let chosen = null, lit = [];
  const light = (element, name) => {
    if (!element) return;
    element.classList.add(name);
    lit.push([element, name]);
  };
  const dark = () => {
    for (const [element, name] of lit) element.classList.remove(name);
    lit = [];
  };
  const picture = () => all(".picture").find((it) => !it.hasAttribute("hidden"));
  const blockIn = (number) => picture()?.querySelector(`.block[data-block="${number}"]`);
  const lineOf = ([file, line]) => source.querySelector(`.src-row[data-file="${file}"][data-line="${line}"]`);
  const show = (index) => {
    dark();
    if (index === null) return explain(null);
    const row = data.rows[index];
    for (const local of row.uses) {
      const from = definedBy.get(local);
      if (from === undefined) continue;
      light(rows[from], "def");
      if (data.rows[from].block !== row.block) light(blockIn(data.rows[from].block), "def");
    }
    for (const user of row.defines === null ? [] : usedBy.get(row.defines) ?? []) {
      light(rows[user], "use");
      if (data.rows[user].block !== row.block) light(blockIn(data.rows[user].block), "use");
    }
    light(rows[index], "now");
    light(rows[index].parentNode, "on");
    light(blockIn(row.block), "on");
    light(picture()?.querySelector(`.line[data-instruction="${index}"]`), "now");
    light(map.querySelector(`rect[data-block="${row.block}"]`), "on");
    row.places.forEach((place, nth) => light(lineOf(place), nth ? "via" : "on"));
    explain(index);
  };
  const showLine = (file, line) => {
    dark();
    light(lineOf([file, line]), "on");
    for (const index of rowsOfLine.get(`${file}:${line}`) ?? []) {
      light(rows[index], "line");
      light(blockIn(data.rows[index].block), "on");
    }
  };
  const showBlock = (number) => {
    dark();
    light(ir.querySelector(`.ir-block[data-block="${number}"]`), "on");
    light(blockIn(number), "on");
    for (const edge of all(".edge", picture()))
      if (edge.dataset.from === number || edge.dataset.to === number) light(edge, "lit");
  };

  // ── explanations ────────────────────────────────────────────────────────────────────────────
  const hint = details.querySelector(".hint");
  const said = (text) => text.split("`").map((part, nth) => (nth % 2 ? make("code", "", part) : part));
  const link = (text, index) => {
    const button = make("button", "link", text);
    button.type = "button";
    button.addEventListener("click", () => choose(index, true));
    return button;
  };
  const name = (local) => `%${data.locals[local]}`;
  const where = (index) => data.blocks[data.rows[index].block];
  const ties = (row) => {
    const parts = [];
    for (const local of row.uses) {
      const from = definedBy.get(local);
      if (from !== undefined) parts.push(parts.length ? ", " : "takes ", link(name(local), from), ` from ${where(from)}`);
    }
    const users = row.defines === null ? [] : usedBy.get(row.defines) ?? [];
    users.slice(0, 12).forEach((user, nth) => parts.push(nth ? ", " : parts.length ? "; used in " : "used in ", link(where(user), user)));
    if (users.length > 12) parts.push(` and ${users.length - 12} more`);
    return parts;
  };
  const explain = (index) => {
    if (index === null) return details.replaceChildren(hint);
    const row = data.rows[index];
    const left = make("div", "", make("p", "", ...said(row.sentence)), make("p", "full", row.full));
    const tied = ties(row);
    if (tied.length) left.append(make("p", "ties", ...tied));
    if (row.places.length)
      left.append(make("p", "ties", row.places.map(([file, line], nth) => `${nth ? "inlined into " : ""}${data.files[file]}:${line}`).join(", ")));
    const words = make("dl", "");
    for (const [written, note] of row.words) {
      const [text, address] = data.notes[note];
      const term = make("dt", "", written);
      term.title = address ? `${written}: ${address}` : written;
      words.append(term, make("dd", "", ...said(text)));
    }
    details.replaceChildren(left, words);
    details.scrollTop = 0;
  };

  // ── choosing ────────────────────────────────────────────────────────────────────────────────
  const choose = (index, follow) => {
    if (chosen !== null) {
      rows[chosen].setAttribute("aria-selected", "false");
      rows[chosen].tabIndex = -1;
    }
    chosen = index;
    rows[index].setAttribute("aria-selected", "true");
    rows[index].tabIndex = 0;
    rows[index].focus({ preventScroll: true });
    show(index);
    if (!follow) return;
    rows[index].scrollIntoView({ block: "nearest" });
    const place = data.rows[index].places.map(lineOf).find(Boolean);
    place?.scrollIntoView({ block: "nearest" });
    reveal(data.rows[index].block);
  };
  if (rows.length) rows[0].tabIndex = 0;
  const rowAt = (event) => {
    const element = event.target.closest?.(".ir-row");
    return element ? Number(element.dataset.row) : null;
  };
  ir.addEventListener("mouseover", (event) => {
    const index = rowAt(event);
    if (index === null) return;
    show(index);
    const local = event.target.closest(".r")?.dataset.local;
    if (local) for (const same of all(`.r[data-local="${local}"]`, ir)) light(same, "same");
  });
  for (const pane of [ir, source, graph]) pane.addEventListener("mouseleave", () => show(chosen));
  ir.addEventListener("click", (event) => {
    const index = rowAt(event);
    if (index !== null) choose(index, true);
  });
  ir.addEventListener("focusin", (event) => {
    const index = rowAt(event);
    if (index !== null && index !== chosen) choose(index, true);
  });
  const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: 12, PageUp: -12, Home: -Infinity, End: Infinity };
  ir.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.key in steps) || !rows.length) return;
    event.preventDefault();
    const from = chosen ?? (event.key === "ArrowDown" ? -1 : 0);
    choose(Math.max(0, Math.min(rows.length - 1, from + steps[event.key])), true);
  });
  source.addEventListener("mouseover", (event) => {
    const line = event.target.closest?.(".src-row.used");
    if (line) showLine(line.dataset.file, line.dataset.line);
  });
  source.addEventListener("click", (event) => {
    const line = event.target.closest?.(".src-row.used");
    const index = line && rowsOfLine.get(`${line.dataset.file}:${line.dataset.line}`)?.[0];
    if (index !== undefined && index !== null) choose(index, true);
  });

  // ── the view of the graph ───────────────────────────────────────────────────────────────────
  const FAR = 0.3, MOST = 3;
  const whole = new Map(all(".picture").map((it) => [it, it.viewBox.baseVal]).map(([it, box]) =>
    [it, { x: box.x, y: box.y, width: box.width, height: box.height }]));
  const views = new Map();
  const size = () => ({ width: Math.max(graph.clientWidth, 1), height: Math.max(graph.clientHeight, 1) });
  const least = (it) => Math.min(size().width / whole.get(it).width, size().height / whole.get(it).height, 1);
  const paint = () => {
    const it = picture();
    if (!it) return;
    const view = views.get(it), { width, height } = size(), box = whole.get(it);
    view.scale = Math.max(least(it), Math.min(MOST, view.scale));
    const seen = { width: width / view.scale, height: height / view.scale };
    // A part of the graph always stays in sight.
    const keep = (value, from, length, room) => room >= length ? from + (length - room) / 2 : Math.max(from, Math.min(from + length - room, value));
    view.x = keep(view.x, box.x, box.width, seen.width);
    view.y = keep(view.y, box.y, box.height, seen.height);
    it.setAttribute("viewBox", `${view.x} ${view.y} ${seen.width} ${seen.height}`);
    it.classList.toggle("far", view.scale < FAR);
    const spot = map.querySelector(".view");
    if (spot) for (const [key, value] of Object.entries({ x: view.x, y: view.y, ...seen })) spot.setAttribute(key, value);
    map.toggleAttribute("hidden", seen.width >= box.width && seen.height >= box.height);
  };
  const zoom = (factor, x = size().width / 2, y = size().height / 2) => {
    const it = picture();
    if (!it) return;
    const view = views.get(it), scale = Math.max(least(it), Math.min(MOST, view.scale * factor));
    view.x += x / view.scale - x / scale;
    view.y += y / view.scale - y / scale;
    view.scale = scale;
    paint();
  };
  const move = (x, y) => {
    const view = views.get(picture());
    if (!view) return;
    view.x += x / view.scale;
    view.y += y / view.scale;
    paint();
  };
  const center = (x, y) => {
    const view = views.get(picture());
    view.x = x - size().width / view.scale / 2;
    view.y = y - size().height / view.scale / 2;
    paint();
  };
  const reveal = (number) => {
    const block = blockIn(number)?.querySelector(".box"), view = views.get(picture());
    if (!block || !view) return;
    const box = { x: block.x.baseVal.value, y: block.y.baseVal.value, width: block.width.baseVal.value, height: block.height.baseVal.value };
    if (view.scale < FAR) view.scale = 0.75;
    const { width, height } = size();
    const inside = box.x >= view.x && box.y >= view.y && box.x + box.width <= view.x + width / view.scale && box.y + box.height <= view.y + height / view.scale;
    if (!inside) center(box.x + box.width / 2, box.y + Math.min(box.height, height / view.scale) / 2);
  };
  const draft = () => {
    const it = picture(), box = whole.get(it);
    map.replaceChildren();
    if (!it) return;
    const scale = Math.min(150 / box.width, 200 / box.height);
    map.setAttribute("viewBox", `${box.x} ${box.y} ${box.width} ${box.height}`);
    map.setAttribute("width", Math.max(24, box.width * scale));
    map.setAttribute("height", Math.max(24, box.height * scale));
    const rectangle = (className) => {
      const element = document.createElementNS("http://www.w3.org/2000/svg", "rect");
      element.setAttribute("class", className);
      map.append(element);
      return element;
    };
    for (const block of all(".block", it)) {
      const from = block.querySelector(".box"), element = rectangle("");
      element.dataset.block = block.dataset.block;
      for (const key of ["x", "y", "width", "height"]) element.setAttribute(key, from.getAttribute(key));
    }
    rectangle("view");
  };
  const open = (it) => {
    if (!views.has(it)) {
      const box = whole.get(it), entry = it.querySelector(".block .box");
      const scale = Math.max(0.5, Math.min(1, size().width / box.width));
      const middle = entry ? entry.x.baseVal.value + entry.width.baseVal.value / 2 : 0;
      views.set(it, { scale, x: middle - size().width / scale / 2, y: box.y });
    }
    draft();
    paint();
  };
  if (picture()) {
    graph.classList.add("live");
    open(picture());
    new ResizeObserver(() => paint()).observe(graph);
  }
  for (const button of all(".pick"))
    button.addEventListener("click", () => {
      all(".picture").forEach((it, nth) => it.toggleAttribute("hidden", nth !== Number(button.dataset.picture)));
      for (const other of all(".pick")) other.setAttribute("aria-pressed", other === button);
      open(picture());
      show(chosen);
      seek(search.value);
    });
  at("smaller").addEventListener("click", () => zoom(1 / 1.4));
  at("larger").addEventListener("click", () => zoom(1.4));
  at("fit").addEventListener("click", () => zoom(0));
  graph.addEventListener("wheel", (event) => {
    event.preventDefault();
    const box = graph.getBoundingClientRect();
    const step = event.deltaMode ? 30 : 1;
    if (event.ctrlKey || event.metaKey) zoom(Math.exp(-event.deltaY * step / 300), event.clientX - box.left, event.clientY - box.top);
    else if (event.shiftKey && !event.deltaX) move(event.deltaY * step, 0);
    else move(event.deltaX * step, event.deltaY * step);
  }, { passive: false });
  let held = null, dragged = false;
  graph.addEventListener("pointerdown", (event) => {
    if (event.button || event.target.closest("#map")) return;
    held = { x: event.clientX, y: event.clientY };
    dragged = false;
  });
  graph.addEventListener("pointermove", (event) => {
    if (!held) return;
    const x = held.x - event.clientX, y = held.y - event.clientY;
    // A click that shakes is no drag, and text can still be selected with Alt held.
    if (event.altKey || (!dragged && Math.abs(x) + Math.abs(y) < 4)) return;
    if (!dragged) graph.setPointerCapture(event.pointerId);
    dragged = true;
    graph.classList.add("held");
    move(x, y);
    held = { x: event.clientX, y: event.clientY };
  });
  const release = () => { held = null; graph.classList.remove("held"); };
  graph.addEventListener("pointerup", release);
  graph.addEventListener("pointercancel", release);
  graph.addEventListener("mouseover", (event) => {
    if (held) return;
    const line = event.target.closest?.(".line[data-instruction]"), block = event.target.closest?.(".picture .block");
    if (line) show(Number(line.dataset.instruction));
    else if (block) showBlock(block.dataset.block);
  });
  graph.addEventListener("click", (event) => {
    if (dragged) return;
    const line = event.target.closest?.(".line[data-instruction]"), block = event.target.closest?.(".picture .block");
    const index = line ? Number(line.dataset.instruction) : block ? data.rows.findIndex((row) => row.block === Number(block.dataset.block)) : -1;
    if (index >= 0) choose(index, true);
  });
  map.addEventListener("pointerdown", (event) => {
    const box = map.getBoundingClientRect(), all = whole.get(picture());
    center(all.x + (event.clientX - box.left) / box.width * all.width, all.y + (event.clientY - box.top) / box.height * all.height);
  });
  const pans = { ArrowLeft: [-60, 0], ArrowRight: [60, 0], ArrowUp: [0, -60], ArrowDown: [0, 60], PageUp: [0, -400], PageDown: [0, 400] };
  graph.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !pans[event.key]) return;
    event.preventDefault();
    move(...pans[event.key]);
  });

  // ── search ──────────────────────────────────────────────────────────────────────────────────
  let found = [], turn = -1;
  const unmark = () => {
    for (const mark of all(".hit", ir)) mark.replaceWith(...mark.childNodes);
    for (const element of all(".found")) element.classList.remove("found");
    ir.normalize();
  };
  const paintHit = (element, query) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    for (const node of nodes) {
      const start = node.data.toLowerCase().indexOf(query);
      if (start < 0) continue;
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + query.length);
      range.surroundContents(make("mark", "hit"));
    }
  };
  const seek = (text) => {
    unmark();
    const query = text.trim().toLowerCase();
    found = [];
    turn = -1;
    at("count").textContent = "";
    if (!query) return;
    const blocks = new Set();
    // `%x` is that register or block, and not `%x1`.
    const exact = query.startsWith("%") ? data.locals.findIndex((it) => it.toLowerCase() === query.slice(1)) : -1;
    data.rows.forEach((row, index) => {
      const block = data.blocks[row.block].toLowerCase() === query;
      const hit = exact >= 0 ? row.defines === exact || row.uses.includes(exact) || Boolean(rows[index].querySelector(`.r[data-local="${exact}"]`)) || block
        : rows[index].textContent.toLowerCase().includes(query) || row.full.toLowerCase().includes(query) || data.blocks[row.block].toLowerCase().includes(query);
      if (!hit) return;
      found.push(index);
      blocks.add(row.block);
      if (found.length <= 500) {
        if (exact >= 0) for (const same of all(`.r[data-local="${exact}"]`, rows[index])) paintHit(same, query);
        else paintHit(rows[index], query);
      }
    });
    for (const number of blocks) {
      blockIn(number)?.classList.add("found");
      map.querySelector(`rect[data-block="${number}"]`)?.classList.add("found");
    }
    at("count").textContent = `${found.length} found`;
  };
  const next = (step) => {
    if (!found.length) return;
    turn = (turn + step + found.length) % found.length;
    choose(found[turn], true);
    at("count").textContent = `${turn + 1} of ${found.length}`;
  };
  search.addEventListener("input", () => seek(search.value));
  search.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    next(event.shiftKey ? -1 : 1);
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const writing = event.target === search;
    if (event.key === "Escape") {
      search.value = "";
      seek("");
      if (writing) (rows[chosen ?? 0] ?? graph).focus();
    } else if (writing) return;
    else if (event.key === "/") {
      event.preventDefault();
      search.focus();
      search.select();
    } else if (event.key === "n") next(1);
    else if (event.key === "N") next(-1);
    else if (event.key === "+" || event.key === "=") zoom(1.25);
    else if (event.key === "-") zoom(1 / 1.25);
    else if (event.key === "0") zoom(0);
  });
})();
