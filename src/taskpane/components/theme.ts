import { teamsHighContrastTheme, webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';

/** What Office says of its colours; on the web it may say nothing (office-js#6134). */
export interface OfficeColours {
  readonly isDarkTheme?: boolean;
  readonly bodyBackgroundColor?: string;
}

/** Chinese letters by the system's own interface fonts. */
const FONTS = "'Segoe UI', 'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', sans-serif";

/** The theme for Office's colours; Windows contrast themes (forced colours) win over light and dark. */
export function themeFor(office: OfficeColours | undefined, forcedColours: boolean): Theme {
  const base = forcedColours ? teamsHighContrastTheme : isDark(office) ? webDarkTheme : webLightTheme;
  return { ...base, fontFamilyBase: FONTS };
}

/** Whether controls drawn by the browser itself (the calendar of a date field) should be dark. */
export function isDark(office: OfficeColours | undefined): boolean {
  return office?.isDarkTheme ?? luminance(office?.bodyBackgroundColor) < 0.4;
}

/** Perceived lightness of "#RRGGBB", 0 to 1; light where the colour is not known. */
function luminance(colour: string | undefined): number {
  const match = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(colour ?? '');
  if (!match) return 1;
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((part) => parseInt(part, 16) / 255);
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}
