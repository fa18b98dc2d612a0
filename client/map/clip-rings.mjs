// Polygons as sets of closed rings: dissolve neighbours into one, and cut one set by another. For make-coast.mjs only.
//
// Outer rings run anticlockwise, holes clockwise. In general position (no edge of one set lying along an edge of the other),
// which holds between a coast, a box and a Voronoi cell, the result is simply the pieces of either outline that lie within
// the other: no polygon library is needed, and concave shapes of many parts come out right.

const keyOf = ([x, y]) => `${x.toFixed(7)},${y.toFixed(7)}`;
const edgesOf = (rings) => rings.flatMap((ring) => ring.map((start, at) => [start, ring[(at + 1) % ring.length]]));

export const signedArea = (ring) =>
  ring.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length];
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);

/** An open ring (the first point not repeated at the end), running anticlockwise. */
export function anticlockwise(ring) {
  const closed = keyOf(ring[0]) === keyOf(ring[ring.length - 1]);
  const open = closed ? ring.slice(0, -1) : ring;
  return signedArea(open) < 0 ? open.toReversed() : open;
}

export const contains = (rings, [x, y]) =>
  edgesOf(rings).filter(([[ax, ay], [bx, by]]) => ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax).length % 2 === 1;

/** Edges, each once, joined end to start into rings. */
function stitch(edges) {
  const from = new Map();
  for (const edge of edges) from.set(keyOf(edge[0]), [...(from.get(keyOf(edge[0])) ?? []), edge]);
  const rings = [];
  for (const waiting of from.values()) {
    while (waiting.length > 0) {
      const ring = [];
      for (let edge = waiting.pop(); edge; edge = from.get(keyOf(edge[1]))?.pop()) ring.push(edge[0]);
      if (ring.length > 2) rings.push(ring);
    }
  }
  return rings;
}

/** Cells that share whole edges become one outline: an edge walked in both directions is inside and goes. */
export function dissolve(cells) {
  const edges = new Map(edgesOf(cells).map((edge) => [edge.map(keyOf).join(' '), edge]));
  return stitch([...edges.values()].filter(([start, end]) => keyOf(start) !== keyOf(end) && !edges.has(`${keyOf(end)} ${keyOf(start)}`)));
}

function crossing([[ax, ay], [bx, by]], [[cx, cy], [dx, dy]]) {
  const across = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx);
  if (across === 0) return null;
  const along = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / across;
  const alongOther = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / across;
  if (along <= 0 || along >= 1 || alongOther <= 0 || alongOther >= 1) return null;
  return { point: [ax + along * (bx - ax), ay + along * (by - ay)], along, alongOther };
}

const splitAt = ([start, end], cuts) => {
  const points = [start, ...cuts.sort((a, b) => a.at - b.at).map((cut) => cut.point), end];
  return points.slice(1).map((point, at) => [points[at], point]);
};

const midpoint = ([[ax, ay], [bx, by]]) => [(ax + bx) / 2, (ay + by) / 2];

/** What lies within both sets. */
export function intersect(a, b) {
  const edgesA = edgesOf(a);
  const edgesB = edgesOf(b);
  const cutsA = edgesA.map(() => []);
  const cutsB = edgesB.map(() => []);
  edgesA.forEach((edgeA, i) => {
    edgesB.forEach((edgeB, j) => {
      const met = crossing(edgeA, edgeB);
      if (!met) return;
      cutsA[i].push({ point: met.point, at: met.along });
      cutsB[j].push({ point: met.point, at: met.alongOther });
    });
  });
  return stitch([
    ...edgesA.flatMap((edge, i) => splitAt(edge, cutsA[i])).filter((edge) => contains(b, midpoint(edge))),
    ...edgesB.flatMap((edge, j) => splitAt(edge, cutsB[j])).filter((edge) => contains(a, midpoint(edge))),
  ]);
}

/** GeoJSON's MultiPolygon coordinates: closed rings, each hole with the outline it lies in, four decimals (about 10 m). */
export function toMultiPolygon(rings) {
  const closed = (ring) => [...ring, ring[0]].map((point) => point.map((degrees) => Number(degrees.toFixed(4))));
  const holes = rings.filter((ring) => signedArea(ring) < 0);
  return rings
    .filter((ring) => signedArea(ring) > 0)
    .map((outline) => [closed(outline), ...holes.filter((hole) => contains([outline], hole[0])).map(closed)]);
}
