import { it } from 'vitest';
import { writeFileSync } from 'node:fs';
import { targetBase } from '../src/engine/report/target/targetBase';
import { targetSheet } from '../src/engine/report/target/targetSheet';
import { sheetsToFile } from '../src/package/sheetsToFile';
import { convert } from './package/support/libreOffice';
import { ledgerSheet, madeRows, madeTarget } from './engine/report/target/support/madeTarget';
it('x', () => { 
 const towns = Array.from({length: 30}, (_, i) => `${'甲乙丙丁戊己庚辛壬癸'[i%10]}${['镇','街道','经济开发区'][Math.floor(i/10)]}`);
 for (const [n, t] of [['four', ['甲镇','乙镇','丙街道','丁园区','']], ['thirty', towns]] as const) {
  const rows = madeRows(600, t as string[]); const input = madeTarget(rows);
  const bytes = sheetsToFile([targetSheet(input), targetBase(input), ledgerSheet(rows)]);
  writeFileSync(`/tmp/t_${n}.xlsx`, bytes);
  writeFileSync(`/tmp/t_${n}.pdf`, convert(bytes, 'pdf').get('book.pdf')!);
 }
}, 60000);
