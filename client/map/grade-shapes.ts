// The shape of each grade, as one path that both the canvas and the legend's SVG draw. Grade 4's is hollow by its fill.
import type { Grade } from '../../shared/domain/grade.ts';

interface GradeShape {
  /** Around 0,0, about 22 pixels across. */
  readonly path: string;
  /** How far below 0,0 the figure's middle stands. */
  readonly figureY: number;
}

const CIRCLE = 'M-10 0a10 10 0 1 0 20 0a10 10 0 1 0-20 0Z';

export const GRADE_SHAPES = {
  1: { path: 'M0-13.5L13.5 0L0 13.5L-13.5 0Z', figureY: 0.5 },
  2: { path: 'M0-13L13 10H-13Z', figureY: 3.5 },
  3: { path: CIRCLE, figureY: 0.5 },
  4: { path: CIRCLE, figureY: 0.5 },
} as const satisfies Record<Grade, GradeShape>;

/** Room that a shape needs around its middle, its outline included. */
export const SHAPE_EXTENT = { width: 26, height: 26 };

/** And for the word "late" under it. */
export const LATE_EXTENT = { width: 24, height: 13 };
