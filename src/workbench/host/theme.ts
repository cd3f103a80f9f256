/** Office themes the pane can be shown in. */
export type ThemeName = 'light' | 'dark' | 'contrast';

type Theme = Readonly<Record<string, number>>;

const THEMES: Readonly<Record<ThemeName, Theme>> = {
  light: theme(0xf5f5f5, 0x242424, { background: 0xffffff, foreground: 0x242424 }),
  dark: theme(0x262626, 0xffffff, { background: 0x363636, foreground: 0xffffff }),
  contrast: theme(0x000000, 0xffffff, { background: 0x000000, foreground: 0xffffff }),
};

/** The colours of a theme as Excel gives them: numbers, 0xRRGGBB. */
export function themeColors(name: ThemeName): Theme {
  return THEMES[name];
}

function theme(background: number, foreground: number, control: { background: number; foreground: number }): Theme {
  return {
    bodyBackgroundColor: background,
    bodyForegroundColor: foreground,
    controlBackgroundColor: control.background,
    controlForegroundColor: control.foreground,
  };
}
