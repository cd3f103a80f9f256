import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { pageText } from '../text/standalone';
import type { Session, PageNotice } from './session';

/** What the page has to say, with its answers. */
export function NoticeBar({ session, told }: { readonly session: Session; readonly told: PageNotice | undefined }) {
  if (!told) return null;
  const answers = told.answers ?? [{ label: pageText('dismiss'), run: () => session.dismiss() }];
  return (
    <MessageBar intent={told.intent} layout="multiline" politeness="assertive">
      <MessageBarBody>{told.text}</MessageBarBody>
      <MessageBarActions>
        {answers.map(({ label, run }) => (
          <Button
            key={label}
            size="small"
            onClick={() => {
              session.dismiss();
              run();
            }}
          >
            {label}
          </Button>
        ))}
      </MessageBarActions>
    </MessageBar>
  );
}
