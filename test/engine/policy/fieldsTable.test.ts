import { expect, it } from 'vitest';
import { CHOICES } from '../../../src/engine/ledger/choices';
import { unitOfNumbers } from '../../../src/engine/ledger/numberUnit';
import { FIELDS, type Field, type FieldKind } from '../../../src/engine/ledger/fields';

const KINDS: Readonly<Record<FieldKind, string>> = {
  text: '文字',
  code: '编码',
  choice: '选择',
  yesNo: '是否',
  area: '面积',
  floor: '建筑面积',
  money: '金额',
  perMu: '亩均',
  number: '数',
  percent: '比例',
  year: '年份',
  date: '日期',
};

const HEAD = `# 系统认识的列

写政策（[policies.zh-CN.md](policies.zh-CN.md)）时，\`fields\` 里的 \`field\` 写第一个名字。后面是它在“待核实：缺 …”里的叫法、种类，和台账里认得的表头；表头带单位、年度、序号的也认。数后面写有单位的，换算成这个单位（综合能耗（千克标煤）按吨标煤读，条件里可写 \`综合能耗 >= 1000 吨标煤\`），表头的单位不同类的不读；没有写的按表里的数读。用电量、用水量的表头没有写单位的，窗格里会问是度还是万度、吨还是万吨；公式里按度、吨读。选择列的词写在最后。这份清单由程序写出，与程序一致。
`;

function line({ id, label, kind, headers }: Field): string {
  const words = CHOICES[id]?.words ?? (kind === 'yesNo' ? ['是', '否'] : []);
  const said = words.length > 0 ? `。词：${words.join('、')}` : '';
  const unit = kind === 'number' ? unitOfNumbers({ id }) : '';
  return `- \`${id}\` ${label}（${KINDS[kind]}${unit === '' ? '' : `，${unit}`}）：${headers.map((text) => `\`${text}\``).join('、')}${said}`;
}

it('the list of columns in the guide is that of the code', async () => {
  const text = `${HEAD}\n${FIELDS.map(line).join('\n')}\n`;
  await expect(text).toMatchFileSnapshot('../../../docs/policies-fields.zh-CN.md');
});
