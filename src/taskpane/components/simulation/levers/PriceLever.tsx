import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { PaneCode } from '../../../../text/pane';
import type { Lacking } from '../../../model/simulation/lacks';
import type { Scenario } from '../../../state/simulationState';
import { LeverFrame } from './LeverFrame';
import { NumberField } from '../../widgets/NumberField';
import { usePane } from '../../paneContext';
import { rangeRule } from '../../widgets/rangeRule';

const useStyles = makeStyles({
  hint: { color: tokens.colorNeutralForeground2 },
});

type Prices = Scenario['prices'];

interface Part {
  readonly needs?: 'electricity' | 'water';
  readonly unit: string;
  readonly most: number;
  readonly fields: readonly (readonly [Exclude<keyof Prices, 'on'>, PaneCode])[];
}

const PARTS: readonly Part[] = [
  {
    needs: 'electricity',
    unit: '元/千瓦时',
    most: 5,
    fields: [
      ['c', 'priceC'],
      ['d', 'priceD'],
    ],
  },
  {
    needs: 'water',
    unit: '元/吨',
    most: 50,
    fields: [
      ['waterC', 'waterC'],
      ['waterD', 'waterD'],
    ],
  },
  {
    unit: '元/平方米',
    most: 100,
    fields: [
      ['landTaxC', 'landTaxC'],
      ['landTaxD', 'landTaxD'],
    ],
  },
];

interface Props {
  readonly prices: Prices;
  readonly lacks: (lever: Lacking) => string | undefined;
}

/** What grades C and D pay above the common prices: electricity, water and land-use tax, each where the ledger has its amounts. */
export function PriceLever({ prices, lacks }: Props) {
  const styles = useStyles();
  const { t, commands } = usePane();
  const set = (change: Partial<Prices>) => void commands.setScenario.run({ prices: { ...prices, ...change } });
  return (
    <LeverFrame label={t('leverPrices')} on={prices.on} onChange={(on) => set({ on })} lacks={lacks('prices')}>
      {PARTS.map(({ needs, unit, most, fields }) => {
        const lack = needs && lacks(needs);
        if (lack !== undefined)
          return (
            <Caption1 key={unit} className={styles.hint}>
              {lack}
            </Caption1>
          );
        return fields.map(([name, code]) => (
          <NumberField
            key={name}
            label={t(code)}
            value={prices[name] ?? 0}
            unit={unit}
            wrong={rangeRule(t, { min: 0, max: most })}
            onChange={(value) => set({ [name]: value })}
          />
        ));
      })}
      <Caption1 className={styles.hint}>{t('priceHint')}</Caption1>
    </LeverFrame>
  );
}
