import { Checkbox } from '@fluentui/react-components';
import { pageText } from '../text/standalone';
import type { Session } from './session';

/** Whether this browser may keep what is open and remember what was; to be taken away on a computer of many. */
export function KeepBox({ session, keeps }: { readonly session: Session; readonly keeps: boolean }) {
  return (
    <Checkbox
      label={pageText('keep')}
      checked={keeps}
      title={pageText('kept')}
      onChange={(_, { checked }) => void session.setKeeps(checked === true)}
    />
  );
}
