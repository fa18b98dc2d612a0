// Draws a laid-out scene. A crew's dot lies under the shapes, so that it never hides a grade; its label lies over them.
import { middleOf, type Box, type Extent } from './boxes.ts';
import { GRADE_SHAPES } from './grade-shapes.ts';
import { extentOf, haloText, type Draw } from './lettering.ts';
import type { Spot } from './map-model.ts';
import type { Palette } from './palette.ts';
import type { Approach, PlacedIncident, PlacedMover, Scene } from './scene.ts';

const labelFont = (palette: Palette): string => `550 11px ${palette.font}`;

export function measureLabel(draw: Draw, palette: Palette, text: string): Extent {
  draw.font = labelFont(palette);
  draw.letterSpacing = '0px';
  return extentOf(draw, text, 18, 6);
}

const outlines = new Map<string, Path2D>();
function outlineOf(path: string): Path2D {
  const outline = outlines.get(path) ?? new Path2D(path);
  outlines.set(path, outline);
  return outline;
}
const FULL_TURN = Math.PI * 2;
const DASH = [3, 2.5];

function circle(draw: Draw, { x, y }: Spot, radius: number): void {
  draw.beginPath();
  draw.arc(x, y, radius, 0, FULL_TURN);
}

function line(draw: Draw, from: Spot, to: Spot): void {
  draw.beginPath();
  draw.moveTo(from.x, from.y);
  draw.lineTo(to.x, to.y);
  draw.stroke();
}

const ROOM_FOR_TEXT = 70;

function drawApproach(draw: Draw, palette: Palette, { from, to, text }: Approach): void {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length < 24) return;
  const along = (distance: number): Spot => ({
    x: from.x + ((to.x - from.x) * distance) / length,
    y: from.y + ((to.y - from.y) * distance) / length,
  });
  const tip = along(length - 16);
  draw.strokeStyle = palette.dim;
  draw.globalAlpha = 0.75;
  draw.lineWidth = 1.5;
  draw.setLineDash([5, 4]);
  line(draw, along(8), tip);
  draw.setLineDash([]);
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  for (const side of [-0.45, 0.45]) line(draw, tip, { x: tip.x - Math.cos(angle + side) * 7, y: tip.y - Math.sin(angle + side) * 7 });
  draw.globalAlpha = 1;
  if (text !== null && length > ROOM_FOR_TEXT) haloText(draw, text, along(length / 2), palette.text, palette.halo);
}

function drawLabel(draw: Draw, palette: Palette, box: Box, text: string, { hollow, ring }: { hollow: boolean; ring: boolean }): void {
  const { left, top, right, bottom } = box;
  draw.beginPath();
  draw.roundRect(left, top + 0.5, right - left, bottom - top - 1, 5);
  draw.fillStyle = palette.surface;
  draw.fill();
  draw.setLineDash(hollow ? DASH : []);
  draw.lineWidth = ring ? 2 : 1;
  draw.strokeStyle = ring ? palette.accent : hollow ? palette.dim : palette.line;
  draw.stroke();
  draw.setLineDash([]);
  draw.textAlign = 'center';
  draw.textBaseline = 'middle';
  draw.fillStyle = hollow ? palette.dim : palette.text;
  const { x, y } = middleOf(box);
  draw.fillText(text, x, y + 0.5);
}

/** A crew is a square dot, one responder a round one; hollow where the position is stale. A line ties it to its label. */
function drawDot(draw: Draw, palette: Palette, { kind, at, textBox, stale }: PlacedMover): void {
  const size = kind === 'crew' ? 9 : 8;
  if (textBox) {
    draw.lineWidth = 1;
    draw.strokeStyle = palette.dim;
    line(draw, at, middleOf(textBox));
  }
  draw.beginPath();
  draw.roundRect(at.x - size / 2, at.y - size / 2, size, size, kind === 'crew' ? 2 : size / 2);
  draw.lineWidth = 4;
  draw.strokeStyle = palette.halo;
  draw.stroke();
  draw.fillStyle = stale ? palette.surface : palette.text;
  draw.fill();
  draw.lineWidth = 1.5;
  draw.strokeStyle = stale ? palette.dim : palette.text;
  if (stale) draw.setLineDash([2, 1.5]);
  draw.stroke();
  draw.setLineDash([]);
}

function drawLeader(draw: Draw, palette: Palette, { home, at }: PlacedIncident): void {
  if (Math.hypot(at.x - home.x, at.y - home.y) < 6) return;
  draw.lineWidth = 1;
  draw.strokeStyle = palette.dim;
  line(draw, home, at);
  circle(draw, home, 1.75);
  draw.fillStyle = palette.dim;
  draw.fill();
}

function strokeShape(draw: Draw, shape: Path2D, colour: string, width: number): void {
  draw.lineWidth = width;
  draw.strokeStyle = colour;
  draw.stroke(shape);
}

/** Ringed twice when late, and the word under it; ringed round when selected, and the reference beside it. */
function drawIncident(draw: Draw, palette: Palette, { incident, at, refBox }: PlacedIncident): void {
  const { path, figureY } = GRADE_SHAPES[incident.grade];
  const { outline, fill, figure } = palette.grade[incident.grade];
  const shape = outlineOf(path);
  if (incident.selected) {
    circle(draw, at, 18);
    draw.lineWidth = 2.5;
    draw.strokeStyle = palette.accent;
    draw.stroke();
  }
  draw.save();
  draw.translate(at.x, at.y);
  draw.lineJoin = 'round';
  if (incident.late) strokeShape(draw, shape, palette.late, 7.5);
  strokeShape(draw, shape, palette.halo, 4.5);
  strokeShape(draw, shape, outline, 1.6);
  draw.fillStyle = fill;
  draw.fill(shape);
  draw.font = `700 11px ${palette.font}`;
  draw.textAlign = 'center';
  draw.textBaseline = 'middle';
  draw.fillStyle = figure;
  draw.fillText(String(incident.grade), 0, figureY);
  draw.restore();
  draw.font = labelFont(palette);
  if (incident.late) haloText(draw, 'late', { x: at.x, y: at.y + (incident.selected ? 27 : 20) }, palette.late, palette.halo);
  if (refBox && incident.selected) drawLabel(draw, palette, refBox, incident.ref, { hollow: false, ring: true });
  else if (refBox) haloText(draw, incident.ref, middleOf(refBox), palette.text, palette.halo);
}

export function drawScene(draw: Draw, palette: Palette, scene: Scene): void {
  draw.font = labelFont(palette);
  for (const approach of scene.approaches) drawApproach(draw, palette, approach);
  for (const incident of scene.incidents) drawLeader(draw, palette, incident);
  for (const mover of scene.movers) drawDot(draw, palette, mover);
  for (const incident of scene.incidents) drawIncident(draw, palette, incident);
  for (const { textBox, text, stale, selected } of scene.movers) {
    if (textBox) drawLabel(draw, palette, textBox, text, { hollow: stale, ring: selected });
  }
}
