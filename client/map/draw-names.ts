// Draws the names that were given room.
import { middleOf, type Extent } from './boxes.ts';
import { extentOf, haloText, type Draw } from './lettering.ts';
import type { Palette } from './palette.ts';
import type { NameStyle, PlacedName } from './place-names-on-map.ts';

const FACES = {
  1: { face: '600 13px', spacing: '0px', height: 15 },
  2: { face: '500 12px', spacing: '0px', height: 14 },
  3: { face: '450 11px', spacing: '0px', height: 13 },
  district: { face: '600 10px', spacing: '1.8px', height: 13 },
} as const satisfies Record<NameStyle, { face: string; spacing: string; height: number }>;

function setFace(draw: Draw, palette: Palette, style: NameStyle): void {
  draw.font = `${FACES[style].face} ${palette.font}`;
  draw.letterSpacing = FACES[style].spacing;
}

export function nameExtent(draw: Draw, palette: Palette, text: string, style: NameStyle): Extent {
  setFace(draw, palette, style);
  return extentOf(draw, text, FACES[style].height, 2);
}

const inkOf = (palette: Palette, { style, outside }: PlacedName): string =>
  style === 'district' ? palette.districtName : outside || style === 3 ? palette.placeQuiet : palette.place;

export function drawNames(draw: Draw, palette: Palette, names: readonly PlacedName[]): void {
  for (const name of names) {
    const ink = inkOf(palette, name);
    setFace(draw, palette, name.style);
    haloText(draw, name.text, middleOf(name.box), ink, palette.halo);
    if (!name.dot) continue;
    draw.beginPath();
    draw.arc(name.dot.x, name.dot.y, name.style === 1 ? 2.5 : 1.75, 0, Math.PI * 2);
    draw.fillStyle = ink;
    draw.fill();
  }
  draw.letterSpacing = '0px';
}
