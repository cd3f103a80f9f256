import { Button } from '@fluentui/react-components';
import type { Hindsight } from '../../../../engine/years/index';
import { spreadText } from '../../../../text/years';
import { usePane, usePaneState } from '../../paneContext';
import { Line } from '../../widgets/Line';
import { usePast } from './usePast';
import { Hint } from '../../widgets/Hint';

/** How often nine in ten held, and the offer to make the next fans as wide as that. */
export function Widen({ outcome }: { readonly outcome: Hindsight }) {
  const { commands, language } = usePane();
  const { t } = usePast();
  const isWide = usePaneState(({ simulation }) => simulation.scenario.spread !== undefined);
  const { spread } = outcome;
  const canWiden = spread.factor > 1;
  return (
    <>
      <Line text={spreadText(spread, language)}>
        {canWiden || isWide ? (
          <Button size="small" onClick={() => void commands.pastYears.run({ kind: 'widen', on: !isWide })}>
            {t(isWide ? 'pastUnwiden' : 'pastWiden')}
          </Button>
        ) : null}
      </Line>
      <Hint>{t(canWiden ? 'pastWidenHint' : 'pastWidenNot')}</Hint>
    </>
  );
}
