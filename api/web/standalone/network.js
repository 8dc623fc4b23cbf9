// The drawing of one cascade: cards in bands by level, the chosen chain lit, its evidence beside it.
// All text comes from the page as data: it is drawn on a canvas or cloned from the table, never
// taken for markup.
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const [wide, high] = data.card;
  const [gutter, row] = data.gap;
  const panel = document.getElementById("panel");
  const holder = document.getElementById("network");
  const nodes = new Map(data.nodes.map((node) => [node.id, node]));
  let chosen = null;
  let lit = new Set();
  let found = new Set();
  let colours = read();

  const across = () => Math.min(holder.clientWidth / (data.width + 40), 1.1);

  function read() {
    const style = getComputedStyle(document.documentElement);
    return (name) => style.getPropertyValue("--" + name).trim();
  }

  function cut(ctx, text, room) {
    if (ctx.measureText(text).width <= room) return text;
    let [least, most] = [0, text.length];
    while (least < most) {
      const middle = (least + most + 1) >> 1;
      if (ctx.measureText(text.slice(0, middle) + "…").width <= room) least = middle;
      else most = middle - 1;
    }
    return text.slice(0, least).trimEnd() + "…";
  }

  function write(ctx, node, left, top) {
    const family = getComputedStyle(document.body).fontFamily;
    const [title, rest, lag] = node.lines;
    ctx.textBaseline = "alphabetic";
    ctx.font = "12px " + family;
    const days = lag ? ctx.measureText(lag).width + 8 : 0;
    ctx.font = "600 13px " + family;
    const above = ctx.measureText(title).width <= wide - 20 - days; // there is room for both
    ctx.fillStyle = colours("ink");
    ctx.fillText(cut(ctx, title, wide - 20 - (above ? days : 0)), left + 11, top + 20);
    ctx.fillStyle = colours("mute");
    ctx.font = "12px " + family;
    ctx.fillText(cut(ctx, rest, wide - 20 - (above ? 0 : days)), left + 11, top + 37);
    if (lag) ctx.fillText(lag, left + wide - 2 - days, top + (above ? 20 : 37));
  }

  function card({ ctx, id, x, y }) {
    const node = nodes.get(id);
    const [left, top] = [x - wide / 2, y - high / 2];
    const drawNode = () => {
      ctx.save();
      ctx.fillStyle = colours(lit.has(id) ? "wash" : found.has(id) ? "mark" : "white");
      ctx.fillRect(left, top, wide, high);
      ctx.strokeStyle = colours(lit.has(id) ? "accent" : node.doubtful ? "edge" : "line");
      ctx.lineWidth = id === chosen ? 2 : 1;
      ctx.setLineDash(node.doubtful ? [4, 3] : []);
      ctx.strokeRect(left, top, wide, high);
      const far = network.getScale() < 0.3; // no letter can be read: the level alone shows
      ctx.fillStyle = colours(node.group);
      ctx.setLineDash([]);
      if (far) ctx.globalAlpha = 0.45;
      ctx.fillRect(left, top, far && !lit.has(id) && !found.has(id) ? wide : 3, high);
      if (!far) write(ctx, node, left, top);
      ctx.restore();
    };
    return { drawNode, nodeDimensions: { width: wide, height: high } };
  }

  function bands(ctx) {
    const family = getComputedStyle(document.body).fontFamily;
    data.bands.forEach((band, place) => {
      ctx.fillStyle = colours(place % 2 ? "paper" : "white");
      ctx.fillRect(0, band.top, data.width, band.bottom - band.top);
      ctx.fillStyle = colours(band.level);
      ctx.fillRect(-3, band.top, 3, band.bottom - band.top);
      ctx.font = "600 13px " + family;
      ctx.textBaseline = "alphabetic";
      ctx.fillText(band.name, 14, band.top + 22);
      const after = 14 + ctx.measureText(band.name).width + 8;
      ctx.fillStyle = colours("mute");
      ctx.font = "12px " + family;
      ctx.fillText(band.count, after, band.top + 22);
      ctx.fillStyle = colours("line");
      ctx.fillRect(0, band.bottom - 1, data.width, 1);
    });
  }

  // Edges run along the gaps between cards, so that no line crosses a text.
  function route(edge) {
    const [own, basis] = [nodes.get(edge.from), nodes.get(edge.to)];
    if (own.y === basis.y) return beside(own, basis);
    const up = basis.y < own.y ? -1 : 1;
    const [start, end] = [own.y + (up * high) / 2, basis.y - (up * high) / 2];
    const [out, into] = [start + (up * row) / 2, end - (up * row) / 2];
    const way = [[own.x, start], [own.x, out]];
    if (Math.abs(start - end) > row * 1.5 || out * up > into * up) {
      const side = own.x + (basis.x > own.x ? 1 : -1) * ((wide + gutter) / 2);
      way.push([side, out], [side, into]);
    }
    way.push([basis.x, into], [basis.x, end]);
    return way;
  }

  function beside(own, basis) {
    const side = basis.x > own.x ? 1 : -1;
    const [start, end] = [own.x + (side * wide) / 2, basis.x - (side * wide) / 2];
    if (Math.abs(end - start) <= gutter) return [[start, own.y], [end, own.y]];
    const over = own.y + (high + row) / 2;
    return [[own.x, own.y + high / 2], [own.x, over], [basis.x, over], [basis.x, own.y + high / 2]];
  }

  function line(ctx, edge) {
    const way = edge.way;
    ctx.setLineDash(edge.dashes || []);
    ctx.beginPath();
    ctx.moveTo(...way[0]);
    for (let at = 1; at < way.length; at += 1) {
      const [x, y] = way[at];
      const [nextX, nextY] = way[Math.min(at + 1, way.length - 1)];
      ctx.arcTo(x, y, nextX, nextY, 5);
    }
    ctx.lineTo(...way.at(-1));
    ctx.stroke();
    if (edge.arrows) head(ctx, way.at(-2), way.at(-1));
  }

  function head(ctx, [fromX, fromY], [x, y]) {
    const [alongX, alongY] = [Math.sign(x - fromX) * 6, Math.sign(y - fromY) * 6];
    ctx.beginPath();
    ctx.moveTo(x, y);
    ctx.lineTo(x - alongX - alongY / 2, y - alongY - alongX / 2);
    ctx.lineTo(x - alongX + alongY / 2, y - alongY + alongX / 2);
    ctx.fill();
  }

  function threads(ctx) {
    const rank = (edge) => lit.has(edge.from) && lit.has(edge.to) ? 2
      : edge.from === chosen || edge.to === chosen ? 1 : 0;
    ctx.save();
    [["thread", 1], ["mute", 1.2], ["accent", 2]].forEach(([colour, width], wanted) => {
      ctx.strokeStyle = ctx.fillStyle = colours(colour);
      ctx.lineWidth = width;
      data.edges.filter((edge) => rank(edge) === wanted).forEach((edge) => line(ctx, edge));
    });
    ctx.restore();
  }

  data.edges.forEach((edge) => { edge.way = route(edge); });
  const edges = new vis.DataSet(data.edges.map(({ way, ...edge }) => edge));
  const options = { ...data.options, autoResize: true };
  options.nodes = { ...options.nodes, ctxRenderer: card };
  options.interaction = { ...options.interaction, zoomView: matchMedia("(pointer: coarse)").matches };
  document.getElementById("stage").hidden = false;
  // A cascade of few documents leaves no empty paper below it.
  const needed = Math.ceil(data.height * Math.max(across(), 0.7)) + 30;
  if (needed < holder.clientHeight) holder.style.height = needed + "px";
  const network = new vis.Network(holder, { nodes: new vis.DataSet(data.nodes), edges }, options);
  network.on("beforeDrawing", (ctx) => {
    bands(ctx);
    threads(ctx);
  });

  function fit() {
    const scale = Math.min(across(), holder.clientHeight / (data.height + 30));
    network.moveTo({ position: { x: data.width / 2, y: data.height / 2 }, scale });
  }

  // Open where letters can be read: the top at full width; a cascade too wide for that, whole.
  function open() {
    if (across() < 0.7 && holder.clientWidth > 700) return fit();
    const scale = Math.max(across(), 0.7);
    const y = holder.clientHeight / scale / 2 - 12;
    return network.moveTo({ position: { x: data.width / 2, y }, scale });
  }

  // Bring a card into sight, without leaving the drawing's own edges behind.
  function bring({ x, y }) {
    const scale = network.getScale();
    const inside = (at, half, whole, small) =>
      half * 2 > whole ? small : Math.min(Math.max(at, half - 12), whole - half + 12);
    const [halfWide, halfHigh] = [holder.clientWidth / scale / 2, holder.clientHeight / scale / 2];
    network.moveTo({ position: {
      x: inside(x, halfWide, data.width, data.width / 2),
      y: inside(y, halfHigh, data.height, halfHigh - 12),
    } });
  }

  function choose(id, { move = false } = {}) {
    chosen = id;
    lit = new Set();
    for (let at = id; at !== null && at !== undefined && !lit.has(at); at = nodes.get(at).over) lit.add(at);
    network.redraw();
    show(id);
    if (move && id !== null) bring(nodes.get(id));
  }

  function show(id) {
    const row = id === null ? null : document.getElementById("d" + id);
    if (!row) return panel.replaceChildren(nothing);
    const table = document.createElement("table");
    const copy = row.cloneNode(true);
    copy.removeAttribute("id");
    table.append(copy);
    panel.replaceChildren(table);
    panel.scrollTop = 0;
    return undefined;
  }

  const nothing = panel.firstElementChild;
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();

  network.on("click", ({ nodes: [id] }) => choose(id ?? null));
  document.getElementById("fit").addEventListener("click", fit);
  for (const [name, by] of [["in", 1.3], ["out", 1 / 1.3]]) {
    document.getElementById(name).addEventListener("click", () =>
      network.moveTo({ scale: Math.min(Math.max(network.getScale() * by, 0.03), 3) }));
  }
  document.getElementById("find").addEventListener("input", ({ target }) => {
    const words = plain(target.value).split(/\s+/).filter(Boolean);
    const hits = words.length ? data.nodes.filter((node) => {
      const text = plain(node.lines.join(" "));
      return words.every((word) => text.includes(word));
    }) : [];
    found = new Set(hits.map((node) => node.id));
    network.redraw();
    if (hits.length === 1) choose(hits[0].id, { move: true });
  });
  holder.addEventListener("focusin", () => network.setOptions({ interaction: { zoomView: true } }));
  holder.addEventListener("focusout", () => network.setOptions({ interaction: { zoomView: false } }));
  holder.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = chosen === null ? 0 : chosen + step;
    if (nodes.has(next)) choose(next, { move: true });
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-document]");
    if (link) choose(Number(link.dataset.document), { move: true });
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    colours = read();
    network.redraw();
  });
  addEventListener("resize", open);
  open();
})();
