import { Button, type ButtonProps } from '@fluentui/react-components';
import type { PaneCode } from '../../../text/pane';
import type { Command } from '../../commands/command';
import { usePane, usePaneState } from '../paneContext';

interface Props {
  readonly command: Command;
  /** Another word than the command's own, where the place asks for one. */
  readonly label?: PaneCode;
  readonly appearance?: ButtonProps['appearance'];
  readonly size?: ButtonProps['size'];
}

/** A button for a command. It stays focusable while it cannot be pressed, so that the focus never jumps. */
export function CommandButton({ command, label, appearance = 'secondary', size = 'medium' }: Props) {
  const { t } = usePane();
  const enabled = usePaneState(command.enabled);
  return (
    <Button appearance={appearance} size={size} disabledFocusable={!enabled} onClick={() => void command.run()}>
      {t(label ?? command.label)}
    </Button>
  );
}
