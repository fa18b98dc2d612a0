// A grade as shape, figure and colour together, so that none of the three is ever needed alone: 1 ◆, 2 ▲, 3 ●, 4 ○.
import classes from './grade-shape.module.css';

export type GradeFigure = 1 | 2 | 3 | 4;

const sizes = { sm: 18, md: 22, lg: 30, xl: 48 } as const;

export interface GradeShapeProps {
  grade: GradeFigure;
  /** Proposed and not yet confirmed: an outline of dashes. */
  provisional?: boolean;
  size?: keyof typeof sizes;
}

/** Lengths in which dashes of four and gaps of two come out even, with a dash on every corner. */
const outlines = {
  1: <path pathLength="48" d="M12 1.5 22.5 12 12 22.5 1.5 12Z" />,
  2: <path pathLength="54" d="M12 2.2 22.8 21.4H1.2Z" />,
  3: <circle pathLength="60" cx="12" cy="12" r="10.4" />,
  4: <circle pathLength="60" cx="12" cy="12" r="10.2" />,
};

/** A triangle's weight lies low, and so does its figure. */
const baselines = { 1: 16.3, 2: 18.7, 3: 16.4, 4: 16.4 };

export function GradeShape({ grade, provisional = false, size = 'md' }: GradeShapeProps) {
  return (
    <svg
      className={classes['shape']}
      data-grade={grade}
      data-provisional={provisional || undefined}
      width={sizes[size]}
      height={sizes[size]}
      viewBox="0 0 24 24"
      role="img"
      aria-label={provisional ? `Grade ${grade}, provisional` : `Grade ${grade}`}
    >
      {outlines[grade]}
      <text x="12" y={baselines[grade]}>{grade}</text>
    </svg>
  );
}
