// Mantine in our tokens: one typeface, compact sizes, small corners, and no colour of its own.
import { createTheme, defaultVariantColorsResolver } from '@mantine/core';
import type { CSSVariablesResolver, MantineColorsTuple, VariantColorsResolver } from '@mantine/core';

const typeface = "'Inter Variable', system-ui, 'Segoe UI', sans-serif";

/** A colour that is one token in every shade, so that a shade can never fall below the contrast computed for it. */
const token = (name: string): MantineColorsTuple => {
  const shade = `var(--nj-${name})`;
  return [shade, shade, shade, shade, shade, shade, shade, shade, shade, shade];
};

/** From text to depth, in the places where Mantine expects each of its own greys. */
const nightGreys: MantineColorsTuple = [
  'var(--nj-text)', 'var(--nj-text)', 'var(--nj-dim)', 'var(--nj-dim)', 'var(--nj-line)',
  'var(--nj-hover)', 'var(--nj-raised)', 'var(--nj-surface)', 'var(--nj-bg)', 'var(--nj-bg)',
];

const dayGreys: MantineColorsTuple = [
  'var(--nj-hover)', 'var(--nj-bg)', 'var(--nj-line)', 'var(--nj-line)', 'var(--nj-edge)',
  'var(--nj-dim)', 'var(--nj-dim)', 'var(--nj-text)', 'var(--nj-text)', 'var(--nj-text)',
];

/** What is filled carries its own ink; a quiet button is plain text, whatever `strong` is in the scheme. */
const variantColors: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  const isInk = input.color === 'ink' || input.color === undefined;
  if (input.variant === 'filled') {
    return { ...colors, hover: isInk ? 'var(--nj-strong-hover)' : colors.hover, color: 'var(--nj-on-strong)' };
  }
  return isInk && input.variant === 'subtle' ? { ...colors, hover: 'var(--nj-hover)', color: 'var(--nj-text)' } : colors;
};

export const theme = createTheme({
  fontFamily: typeface,
  headings: { fontFamily: typeface, fontWeight: '600' },
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.45', lg: '1.5', xl: '1.5' },
  spacing: { xs: '0.25rem', sm: '0.5rem', md: '0.75rem', lg: '1rem', xl: '1.5rem' },
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  primaryColor: 'ink',
  primaryShade: 6,
  colors: {
    ink: token('strong'),
    dark: nightGreys,
    gray: dayGreys,
    red: token('danger'),
    yellow: token('warn'),
    green: token('ok'),
    blue: token('accent'),
  },
  variantColorResolver: variantColors,
  components: {
    Button: { defaultProps: { size: 'sm', variant: 'default' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    Checkbox: { defaultProps: { size: 'xs', iconColor: 'var(--nj-on-strong)' } },
    Radio: { defaultProps: { size: 'xs', iconColor: 'var(--nj-on-strong)' } },
    Switch: { defaultProps: { size: 'sm' } },
    SegmentedControl: { defaultProps: { size: 'xs' } },
    InputWrapper: { defaultProps: { size: 'sm' } },
    Input: { defaultProps: { size: 'sm' } },
    Tooltip: { defaultProps: { openDelay: 250, multiline: true, maw: 320, events: { hover: true, focus: true, touch: true } } },
    Modal: { defaultProps: { centered: true, transitionProps: { duration: 0 }, overlayProps: { backgroundOpacity: 0.5 }, attributes: { header: { role: 'none' } } } },
    Popover: { defaultProps: { transitionProps: { duration: 0 } } },
    // Beside its field in the document, so that it is read there; fixed, so that no scrolling pane clips it.
    Combobox: { defaultProps: { transitionProps: { duration: 0 }, withinPortal: false, floatingStrategy: 'fixed' } },
    Menu: { defaultProps: { transitionProps: { duration: 0 } } },
  },
});

const surfaces = {
  '--mantine-color-body': 'var(--nj-bg)',
  '--mantine-color-text': 'var(--nj-text)',
  '--mantine-color-bright': 'var(--nj-text)',
  '--mantine-color-dimmed': 'var(--nj-dim)',
  '--mantine-color-placeholder': 'var(--nj-dim)',
  '--mantine-color-error': 'var(--nj-danger)',
  '--mantine-color-success': 'var(--nj-ok)',
  '--mantine-color-anchor': 'var(--nj-accent)',
  '--mantine-color-default': 'var(--nj-raised)',
  '--mantine-color-default-hover': 'var(--nj-hover)',
  '--mantine-color-default-color': 'var(--nj-text)',
  '--mantine-color-default-border': 'var(--nj-edge)',
  '--mantine-color-disabled': 'transparent',
  '--mantine-color-disabled-color': 'var(--nj-dim)',
  '--mantine-color-disabled-border': 'var(--nj-line)',
  '--mantine-primary-color-contrast': 'var(--nj-on-strong)',
};

/** Both schemes read the same tokens: which values those have is theme.css's business alone. */
export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: surfaces, dark: surfaces });
