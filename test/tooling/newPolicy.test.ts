import { describe, expect, it } from 'vitest';
import { newPolicyTexts, wrongId } from '../../scripts/build/newPolicy';
import { lintPack } from '../../src/engine/policy/lint/lintPack';
import { loadPack } from '../../src/engine/policy/loadPack';

describe('npm run new-policy', () => {
  it('writes a folder that loads as it stands, and says what is only assumed', () => {
    const texts = newPolicyTexts('linxian-2027', '2027-03-01');
    expect(Object.keys(texts)).toEqual(['pack.yaml', 'targets.yaml', 'lists.yaml']);
    const pack = loadPack(texts['pack.yaml'] ?? '');
    expect(pack).toMatchObject({ id: 'linxian-2027', status: 'draft', published: '2027-03-01' });
    expect(lintPack(pack)).toEqual([]);
  });

  it('refuses what can be no folder’s name', () => {
    expect(wrongId('quanzhou-2025')).toBeUndefined();
    expect(wrongId(undefined)).toContain('请写文件夹名');
    for (const id of ['泉州', '../etc', 'A', '2025', '']) expect(wrongId(id)).toContain('不能作文件夹名');
  });
});
