/** A drawing of this server saved as PNG, twice as fine as it is drawn. */

const FINENESS = 2;

/** Return the name of a file for a title: `Ma trận độ phủ` becomes `ma-tran-do-phu.png`. */
export function fileName(title: string): string {
  const plain = title.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();
  return `${plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "cascade"}.png`;
}

/** Draw the SVG of an address and hand it over as a file. */
export async function savePng(address: string, title: string): Promise<void> {
  const drawing = new Image();
  drawing.src = address;
  await drawing.decode();
  const canvas = document.createElement("canvas");
  canvas.width = drawing.naturalWidth * FINENESS;
  canvas.height = drawing.naturalHeight * FINENESS;
  canvas.getContext("2d")?.drawImage(drawing, 0, 0, canvas.width, canvas.height);
  const picture = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
  if (!picture) return;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(picture);
  link.download = fileName(title);
  link.click();
  URL.revokeObjectURL(link.href);
}
