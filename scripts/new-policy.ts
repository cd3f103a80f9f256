import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { newPolicyTexts, wrongId } from './build/newPolicy';
import { inRoot, root } from './root';

// npm run new-policy -- <id>: a folder with what to fill in, which loads as it stands.
const id = process.argv[2];
const wrong = wrongId(id);
const folder = inRoot('src/engine/policy/packs', id ?? '');
if (id === undefined || wrong !== undefined) {
  console.error(wrong);
  process.exitCode = 1;
} else if (existsSync(folder)) {
  console.error(`已有 ${path.relative(root, folder)}，没有改动。请换一个名字，或直接修改其中的文件`);
  process.exitCode = 1;
} else {
  mkdirSync(folder);
  const texts = newPolicyTexts(id, new Date().toISOString().slice(0, 10));
  for (const [name, text] of Object.entries(texts)) writeFileSync(path.join(folder, name), text);
  console.log(
    `已建 ${path.relative(root, folder)}：${Object.keys(texts).join('、')}。请照其中的说明填写，再运行 npm start 查看`,
  );
}
