import {
  ActionIcon,
  Button,
  Chip,
  createTheme,
  Drawer,
  Menu,
  Modal,
  Tooltip,
  type MantineColorsTuple,
} from '@mantine/core';

const blue: MantineColorsTuple = [
  '#e7effb',
  '#cfdff6',
  '#a4c3ee',
  '#74a3e4',
  '#4b86d9',
  '#2f71cf',
  '#1f5fbf',
  '#1a52a6',
  '#15458c',
  '#0f3670',
];

/** Spacing on a 4 px grid, radius 6, 14 px base; sizes are rem so that the UI scale reaches all of them. */
export const theme = createTheme({
  fontFamily: 'var(--dafu-font)',
  headings: { fontFamily: 'var(--dafu-font)', fontWeight: '600' },
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  lineHeights: { xs: '1.5', sm: '1.5', md: '1.5', lg: '1.5', xl: '1.4' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.25rem', xl: '2rem' },
  radius: { xs: '0.25rem', sm: '0.375rem', md: '0.375rem', lg: '0.5rem', xl: '0.75rem' },
  defaultRadius: 'sm',
  colors: { blue },
  primaryColor: 'blue',
  primaryShade: { light: 6, dark: 5 },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({ defaultProps: { size: 'sm' } }),
    // The placeholder would be a focusable child no menu may have; without it the first item has the focus.
    Menu: Menu.extend({
      defaultProps: { withInitialFocusPlaceholder: false },
      styles: { item: { minHeight: '2rem' } },
    }),
    Chip: Chip.extend({ styles: { label: { height: '2rem' } } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray', size: 32 } }),
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 400, withArrow: true, events: { hover: true, focus: true, touch: false } },
    }),
    Modal: Modal.extend({
      defaultProps: { centered: true, transitionProps: { duration: 120 } },
      styles: { title: { fontSize: '1rem', fontWeight: 600 } },
    }),
    Drawer: Drawer.extend({ styles: { title: { fontSize: '1rem', fontWeight: 600 } } }),
  },
});
