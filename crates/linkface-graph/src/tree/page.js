"use strict";
// Rows come in the order of the tree, each with its depth. What is below a package stands below its
// full row only; its other rows lead there.
(() => {
  const page = JSON.parse(document.getElementById("data").textContent);
  const at = (id) => document.getElementById(id);
  const tree = at("tree"), details = at("details"), search = at("search"), all = at("all"), pick = at("root");
  // With more rows than these, only the upper ones and the way to problems are open at first.
  const CALM = 250, OPEN_DEPTH = 2;
  let root, rows, open, query = "", current = 0, typed = "", typedAt = 0;

  const make = (tag, className, ...content) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.append(...content);
    return element;
  };
  const label = (number) => `${root.packages[number].name} ${root.packages[number].version}`;
  const packageOf = (row) => (row.package === null ? null : root.packages[row.package]);
  const isProblem = (row) => row.relation === "problem" || Boolean(packageOf(row)?.problem);
  const count = (many, one) => `${many} ${one}${many === 1 ? "" : "s"}`;
  const above = (row) => {
    const chain = [];
    for (let up = row.parent; up !== null; up = rows[up].parent) chain.push(up);
    return chain;
  };

  // ── a root ──────────────────────────────────────────────────────────────────────────────────
  const show = (number) => {
    root = page.roots[number];
    const stack = [], fulls = new Map();
    rows = root.rows.map((row, index) => {
      stack.length = row.depth;
      const parent = row.depth ? stack[row.depth - 1] : null;
      stack[row.depth] = index;
      if (row.full && row.package !== null) fulls.set(row.package, index);
      return { ...row, index, parent, children: [], hit: false, shown: false };
    });
    for (const row of rows) if (row.parent !== null) rows[row.parent].children.push(row.index);
    root.fulls = fulls;
    tree.replaceChildren(...rows.map(draw));
    const facades = root.packages.filter((it) => it.tags.includes("façade")).length;
    at("summary").textContent =
      `${count(root.packages.length, "package")}, ${count(facades, "façade")}`;
    root.wrong = [...new Set(rows.filter((row) => row.relation === "problem").map((row) => row.parent))];
    at("problems").hidden = root.wrong.length === 0;
    at("problems").textContent = count(root.wrong.length, "problem");
    at("search").value = query = "";
    unfold();
    select(0);
  };
  const unfold = () => {
    const calm = rows.filter(allowed).length <= CALM;
    open = new Set(rows.filter((row) => calm || row.depth < OPEN_DEPTH).map((row) => row.index));
    for (const row of rows) if (row.relation === "problem") above(row).forEach((up) => open.add(up));
    refresh();
  };

  // ── rows ────────────────────────────────────────────────────────────────────────────────────
  const draw = (row) => {
    const it = packageOf(row);
    const role = it ? it.role : row.relation === "problem" ? "problem" : "provider";
    const problem = isProblem(row);
    const element = make("div", `row ${role}${problem ? " problem" : ""}`);
    element.setAttribute("role", "treeitem");
    element.setAttribute("aria-level", row.depth + 1);
    element.tabIndex = -1;
    element.style.setProperty("--depth", row.depth);
    element.dataset.index = row.index;
    row.element = element;
    row.name = make("span", "name", it ? it.name : row.note);
    element.append(make("span", "twist"));
    if (row.relation === "implements" && it) element.append(make("span", "via", "implemented by"));
    element.append(make("i", `mark ${problem && role === "library" ? "problem" : role}`), row.name);
    if (it) element.append(make("span", "version", it.version));
    if (row.relation === "problem" && row.why) element.append(make("span", "via problem", row.why), make("i", "mark problem narrow"));
    else if (row.relation === "implements") element.append(make("span", "beside", row.why));
    else {
      if (row.why) element.append(make("span", "tag", row.why));
      for (const tag of it ? it.tags : [])
        element.append(make("span", `tag ${tag === "façade" ? "facade" : "provider"}`, tag));
    }
    if (row.depth === 0) element.append(make("span", "beside", root.title));
    row.found = make("span", "tag facade");
    row.found.hidden = true;
    row.again = make("span", "again", "in full elsewhere");
    element.append(row.found, row.again);
    return element;
  };
  const allowed = (row) => all.checked || !packageOf(row) || packageOf(row).on_path;
  const candidates = (row) => row.children.filter((child) => (query ? rows[child].keep : allowed(rows[child])));
  const isOpen = (row) => open.has(row.index);
  const refresh = () => {
    const order = [];
    for (const row of rows) {
      const parent = row.parent === null ? null : rows[row.parent];
      const kept = query ? row.keep : allowed(row);
      row.shown = kept && (!parent || (parent.shown && isOpen(parent)));
      row.element.hidden = !row.shown;
      if (row.shown) order.push(row.index);
    }
    for (const index of order) {
      const row = rows[index], children = candidates(row);
      if (children.length) row.element.setAttribute("aria-expanded", isOpen(row));
      else row.element.removeAttribute("aria-expanded");
      children.forEach((child, place) => {
        rows[child].element.setAttribute("aria-setsize", children.length);
        rows[child].element.setAttribute("aria-posinset", place + 1);
      });
      const full = row.package === null ? null : rows[root.fulls.get(row.package)];
      row.again.hidden = row.full || !full || candidates(full).length === 0;
    }
    if (rows[current] && !rows[current].shown) {
      const up = above(rows[current]).find((index) => rows[index].shown);
      const next = up ?? order[0];
      if (next !== undefined) select(next, false);
    }
    return order;
  };
  const visible = () => rows.filter((row) => row.shown);

  // ── selection ───────────────────────────────────────────────────────────────────────────────
  const select = (index, focus) => {
    const before = rows[current]?.element;
    before?.setAttribute("aria-selected", "false");
    if (before) before.tabIndex = -1;
    current = index;
    const element = rows[index].element;
    element.setAttribute("aria-selected", "true");
    element.tabIndex = 0;
    if (focus) {
      element.focus({ preventScroll: true });
      element.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
    describe(rows[index]);
  };
  const reveal = (index) => {
    const row = rows[index];
    if (query && !row.keep) seek("");
    if (![row, ...above(row).map((up) => rows[up])].every(allowed)) all.checked = true;
    above(row).forEach((up) => open.add(up));
    refresh();
    select(index, true);
  };
  const toggle = (row, want = !isOpen(row)) => {
    if (want) open.add(row.index);
    else open.delete(row.index);
    refresh();
  };

  // ── details ─────────────────────────────────────────────────────────────────────────────────
  const link = (number) => {
    const button = make("button", "link", label(number));
    button.type = "button";
    button.addEventListener("click", () => reveal(root.fulls.get(number)));
    return button;
  };
  const linked = (text) => {
    root.labels ??= new Map(root.packages.map((_, number) => [label(number), number]));
    const parts = text.split(/(, | \(|: |\)| and )/);
    return parts.map((part) => (root.labels.has(part) ? link(root.labels.get(part)) : part));
  };
  const overview = (parts) => {
    root.packages.forEach((it, number) => {
      const said = it.tags.includes("façade") && it.why.find(([name]) => name === "provider");
      if (!said) return;
      if (!parts.some((part) => part.tagName === "H3")) parts.push(make("h3", "", "façades"));
      parts.push(make("div", `item${it.problem ? " problem" : ""}`, link(number), make("p", "by", ...linked(said[1]))));
    });
  };
  const describe = (row) => {
    const it = packageOf(row), parts = [];
    const heading = (text) => parts.push(make("h3", "", text));
    if (!it) {
      parts.push(make("h2", "", row.note));
      if (row.why) parts.push(make("p", "", row.why));
      heading("façade");
      parts.push(make("p", "", link(rows[row.parent].package)));
      details.replaceChildren(...parts);
      return;
    }
    parts.push(make("h2", "", it.name, " ", make("span", "", it.version)));
    const tags = it.tags.map((tag) => make("span", `tag ${tag === "façade" ? "facade" : "provider"}`, tag));
    if (row.depth === 0) tags.unshift(make("span", "tag", root.title));
    if (it.problem) tags.push(make("span", "tag problem", "problem"));
    if (tags.length) parts.push(make("div", "tags", ...tags));
    if (it.from !== null) {
      heading("here because");
      const steps = [];
      for (let number = row.package; number !== null; number = root.packages[number].from) steps.unshift(number);
      const list = make("ol", "chain");
      for (const number of steps) list.append(make("li", "", number === row.package ? label(number) : link(number)));
      parts.push(list);
    }
    if ((row.relation === "implements" || row.relation === "problem") && row.why) {
      heading("in this place");
      parts.push(make("p", "", "implements ", link(rows[row.parent].package), `: ${row.why}`));
    }
    if (row.depth === 0) overview(parts);
    for (const [name, text] of it.why) {
      heading(name);
      parts.push(make("p", "", ...linked(text)));
    }
    if (it.items.length) heading(count(it.items.length, "item"));
    for (const item of it.items)
      parts.push(
        make("div", `item${item.problem ? " problem" : ""}`, make("code", "", item.signature),
          make("p", "by", "implemented by ", ...linked(item.by)),
          make("p", "", item.place)));
    details.replaceChildren(...parts);
    details.scrollTop = 0;
  };

  // ── search ──────────────────────────────────────────────────────────────────────────────────
  const paint = (element, text) => {
    const start = query ? text.toLowerCase().indexOf(query) : -1;
    if (start < 0) return element.replaceChildren(text);
    const end = start + query.length;
    element.replaceChildren(text.slice(0, start), make("mark", "", text.slice(start, end)), text.slice(end));
  };
  const seek = (text) => {
    search.value = text;
    query = text.trim().toLowerCase();
    const has = (it) => it.toLowerCase().includes(query);
    let found = 0;
    for (const row of rows) {
      const it = packageOf(row);
      const item = query && it && row.full ? it.items.find((one) => has(one.path)) : undefined;
      row.hit = Boolean(query) && (row.full || row.relation === "implements") &&
        (it ? has(label(row.package)) || it.tags.some(has) || Boolean(item) : has(row.note));
      row.keep = row.hit;
      if (row.hit) {
        found += row.full ? 1 : 0;
        above(row).forEach((up) => { rows[up].keep = true; });
      }
      row.found.hidden = !row.hit || !item;
      if (item) paint(row.found, `declares ${item.path}`);
      paint(row.name, it ? it.name : row.note);
    }
    at("count").textContent = query ? `${found} found` : "";
    if (query) for (const row of rows) if (row.keep) open.add(row.index);
    const order = refresh();
    let none = tree.querySelector(".empty");
    none?.remove();
    if (query && !order.length) tree.append(make("div", "empty", `Nothing here is called “${text.trim()}”.`));
    const first = rows.find((row) => row.hit && row.shown);
    if (first) select(first.index, false);
  };

  // ── keys ────────────────────────────────────────────────────────────────────────────────────
  const keys = {
    ArrowDown: (order, place) => order[place + 1],
    ArrowUp: (order, place) => order[place - 1],
    Home: (order) => order[0],
    End: (order) => order[order.length - 1],
    ArrowRight: (order, place, row) => {
      if (!row.element.hasAttribute("aria-expanded")) return undefined;
      if (isOpen(row)) return order[place + 1];
      toggle(row, true);
      return undefined;
    },
    ArrowLeft: (order, place, row) => {
      if (row.element.getAttribute("aria-expanded") !== "true") return rows[row.parent];
      toggle(row, false);
      return undefined;
    },
    Enter: (order, place, row) => {
      if (!row.again.hidden) reveal(root.fulls.get(row.package));
      else if (row.element.hasAttribute("aria-expanded")) toggle(row);
      return undefined;
    },
    "*": (order, place, row) => {
      const siblings = row.parent === null ? [row.index] : rows[row.parent].children;
      siblings.forEach((index) => open.add(index));
      refresh();
      return undefined;
    },
  };
  keys[" "] = keys.Enter;
  const typeAhead = (key, order, place) => {
    const now = Date.now();
    typed = now - typedAt > 700 ? key : typed + key;
    typedAt = now;
    // The same letter again goes on to the next; more letters narrow the choice where one stands.
    const start = typed.length === 1 ? place + 1 : place;
    const ring = [...order.slice(start), ...order.slice(0, start)];
    return ring.find((row) => row.name.textContent.toLowerCase().startsWith(typed));
  };
  tree.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const order = visible(), row = rows[current], place = order.indexOf(row);
    let next;
    if (keys[event.key]) next = keys[event.key](order, place, row);
    else if (event.key.length === 1 && event.key !== "/") next = typeAhead(event.key.toLowerCase(), order, place);
    else return;
    event.preventDefault();
    if (next) select(next.index, true);
  });
  tree.addEventListener("click", (event) => {
    const element = event.target.closest(".row");
    if (!element) return;
    const row = rows[Number(element.dataset.index)];
    const again = row.index === current && event.detail > 1;
    if (event.target.closest(".twist") || again) keys.Enter(null, 0, row);
    if (!again) select(row.index, true);
  });
  document.addEventListener("keydown", (event) => {
    const writing = event.target.closest?.("input, select");
    if (event.key === "/" && event.target !== search && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      search.focus();
      search.select();
    } else if (event.key === "Escape" && (search.value || event.target === search)) {
      event.preventDefault();
      seek("");
      reveal(current);
    } else if (writing === search && (event.key === "ArrowDown" || event.key === "Enter")) {
      event.preventDefault();
      const first = rows.find((row) => row.shown && (!query || row.hit));
      if (first) select(first.index, true);
    }
  });

  // ── controls ────────────────────────────────────────────────────────────────────────────────
  search.addEventListener("input", () => seek(search.value));
  all.addEventListener("change", () => refresh());
  at("open").addEventListener("click", () => { open = new Set(rows.keys()); refresh(); });
  at("close").addEventListener("click", () => { open = new Set([0]); refresh(); });
  at("problems").addEventListener("click", () => {
    reveal(root.wrong.find((index) => index > current) ?? root.wrong[0]);
  });
  pick.addEventListener("change", () => show(pick.selectedIndex));
  pick.append(...page.roots.map((one) => make("option", "", one.title)));
  all.checked = page.all;
  if (page.roots.length) show(0);
  else tree.append(make("div", "empty", "No root links anything."));
})();
