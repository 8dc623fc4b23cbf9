/** Saves what is seen as SVG or PNG: a picture that needs no style sheet and fetches nothing. */

const SPACE = "http://www.w3.org/2000/svg";
const KEPT = ["fill", "stroke", "stroke-width", "stroke-dasharray", "opacity", "font-size", "font-weight", "font-family", "text-anchor", "text-decoration-line", "paint-order"] as const;
const SHARP = 2;

/** Return a drawing that stands alone, moved as it is seen: its colours and fonts written out, its links left off. */
export function standalone(svg: SVGSVGElement, width: number, height: number, transform = ""): SVGSVGElement {
  const copy = document.createElementNS(SPACE, "svg");
  copy.setAttribute("xmlns", SPACE);
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  copy.setAttribute("viewBox", `0 0 ${width} ${height}`);
  const ground = document.createElementNS(SPACE, "rect");
  ground.setAttribute("width", String(width));
  ground.setAttribute("height", String(height));
  ground.setAttribute("fill", getComputedStyle(svg.parentElement ?? document.body).backgroundColor.replace("rgba(0, 0, 0, 0)", getComputedStyle(document.body).backgroundColor));
  copy.append(ground);
  const moved = document.createElementNS(SPACE, "g");
  if (transform) moved.setAttribute("transform", transform);
  for (const child of svg.children) moved.append(plain(child as SVGElement));
  copy.append(moved);
  return copy;
}

function plain(from: SVGElement): SVGElement {
  const name = from.localName === "a" ? "g" : from.localName;
  const copy = document.createElementNS(SPACE, name);
  const style = getComputedStyle(from);
  for (const { name: key, value } of from.attributes) {
    if (/^(x|y|x1|y1|x2|y2|d|width|height|transform)$/.test(key)) copy.setAttribute(key, value);
  }
  for (const key of KEPT) {
    const value = style.getPropertyValue(key);
    if (value && value !== "none" && value !== "normal") copy.setAttribute(key.replace("-line", ""), value);
  }
  if (style.fill === "none") copy.setAttribute("fill", "none");
  if (style.display === "none" || style.visibility === "hidden") copy.setAttribute("display", "none");
  for (const child of from.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) copy.append(child.textContent ?? "");
    else copy.append(plain(child as SVGElement));
  }
  return copy;
}

/** Return a drawing as the text of an SVG file. */
export function asSvg(drawing: SVGSVGElement): Blob {
  const text = new XMLSerializer().serializeToString(drawing);
  return new Blob([`<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`], { type: "image/svg+xml" });
}

/** Paint a drawing that stands alone; by hand, since a policy that allows no foreign image allows none of ours from memory either. */
export async function asPng(drawing: SVGSVGElement): Promise<Blob> {
  const canvas = document.createElement("canvas");
  canvas.width = Number(drawing.getAttribute("width")) * SHARP;
  canvas.height = Number(drawing.getAttribute("height")) * SHARP;
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("no canvas");
  pen.scale(SHARP, SHARP);
  for (const child of drawing.children) paint(pen, child as SVGElement);
  return new Promise((done, failed) => canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("no picture"))), "image/png"));
}

function paint(pen: CanvasRenderingContext2D, one: SVGElement): void {
  if (one.getAttribute("display") === "none") return;
  const number = (key: string): number => Number(one.getAttribute(key) ?? 0);
  pen.save();
  const moved = /translate\(([-\d.e]+)[, ]+([-\d.e]+)\)(?: scale\(([-\d.e]+)\))?/.exec(one.getAttribute("transform") ?? "");
  if (moved) {
    pen.translate(Number(moved[1]), Number(moved[2]));
    pen.scale(Number(moved[3] ?? 1), Number(moved[3] ?? 1));
  }
  pen.globalAlpha *= Number(one.getAttribute("opacity") ?? 1);
  pen.setLineDash((one.getAttribute("stroke-dasharray") ?? "").match(/[\d.]+/g)?.map(Number) ?? []);
  pen.lineWidth = parseFloat(one.getAttribute("stroke-width") ?? "1");
  const shape = new Path2D();
  if (one.localName === "rect") shape.rect(number("x"), number("y"), number("width"), number("height"));
  else if (one.localName === "path") shape.addPath(new Path2D(one.getAttribute("d") ?? ""));
  else if (one.localName === "line") {
    shape.moveTo(number("x1"), number("y1"));
    shape.lineTo(number("x2"), number("y2"));
  }
  if (one.localName === "text") write(pen, one, number("x"), number("y"));
  else if (one.localName !== "g") fillAndStroke(pen, one, shape);
  for (const child of one.children) paint(pen, child as SVGElement);
  pen.restore();
}

function fillAndStroke(pen: CanvasRenderingContext2D, one: SVGElement, shape: Path2D): void {
  const [fill, stroke] = [one.getAttribute("fill"), one.getAttribute("stroke")];
  if (fill && fill !== "none" && one.localName !== "line") {
    pen.fillStyle = fill;
    pen.fill(shape);
  }
  if (stroke) {
    pen.strokeStyle = stroke;
    pen.stroke(shape);
  }
}

function write(pen: CanvasRenderingContext2D, one: SVGElement, x: number, y: number): void {
  pen.font = `${one.getAttribute("font-weight") ?? 400} ${one.getAttribute("font-size") ?? "11px"} ${one.getAttribute("font-family") ?? "sans-serif"}`;
  pen.textAlign = ({ middle: "center", end: "right" } as const)[one.getAttribute("text-anchor") ?? ""] ?? "left";
  const stroke = one.getAttribute("stroke");
  const said = one.textContent ?? "";
  if (stroke) {
    pen.strokeStyle = stroke;
    pen.lineJoin = "round";
    pen.strokeText(said, x, y);
  }
  pen.fillStyle = one.getAttribute("fill") ?? "#000";
  pen.fillText(said, x, y);
}

/** Hand a file to the reader. */
export function offer(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Return a name of a file without what file systems refuse. */
export function fileName(text: string, kind: string): string {
  return `${text.replace(/[^\p{L}\p{N}@-]+/gu, "-").replace(/^-+|-+$/g, "") || "luoc-do"}.${kind}`;
}
