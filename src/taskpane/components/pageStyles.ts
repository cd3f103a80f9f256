import { makeStaticStyles } from '@fluentui/react-components';

/** What the page around everything looks like: the pane, or the edition with the pane in it, fills it to its edges. */
export const usePageStyles = makeStaticStyles({ body: { margin: 0 }, 'html, body, #root': { height: '100%' } });
