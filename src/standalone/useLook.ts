import type { Theme } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { themeFor } from '../taskpane/components/theme';

const DARK = '(prefers-color-scheme: dark)';
const FORCED = '(forced-colors: active)';

/** The theme that the system asks for, and from then on whatever it changes to. */
export function useLook(): Theme {
  const [look, setLook] = useState(lookNow);
  useEffect(() => {
    const queries = [DARK, FORCED].map((query) => window.matchMedia(query));
    const change = () => setLook(lookNow());
    for (const query of queries) query.addEventListener('change', change);
    return () => {
      for (const query of queries) query.removeEventListener('change', change);
    };
  }, []);
  document.documentElement.style.colorScheme = look.isDark ? 'dark' : 'light';
  return look.theme;
}

function lookNow(): { readonly isDark: boolean; readonly theme: Theme } {
  const isDark = window.matchMedia(DARK).matches;
  return { isDark, theme: themeFor({ isDarkTheme: isDark }, window.matchMedia(FORCED).matches) };
}
