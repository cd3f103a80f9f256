import { FUNCTIONS } from '../../src/functions/all';
import { chineseName } from '../../src/functions/parameterNames';

/** The reference table of docs/functions.md, made from the same table as the metadata; a test keeps the two the same. */
export function functionTable(): string {
  const lines = FUNCTIONS.map(({ name, help, shape, parameters }) => {
    const signature = parameters.map((parameter) => (parameter.optional ? `[${parameter.name}]` : parameter.name));
    return `| \`${name}(${signature.join(', ')})\` | ${help.zh} | ${shape.zh} |`;
  });
  const argLines = argumentsByMeaning().map(({ name, help, optional, where }) => {
    return `| \`${name}\` ${chineseName(name)}${where} | ${help.zh} | ${optional ? '可不填' : '必填'} |`;
  });
  return [
    '| 函数 | 作用 | 结果的形状 |',
    '|---|---|---|',
    ...lines,
    '',
    '| 参数 | 含义 | |',
    '|---|---|---|',
    ...argLines,
  ].join('\n');
}

/** Every argument once; a name with several meanings once for each, with the functions that mean it so. */
function argumentsByMeaning() {
  const uses = FUNCTIONS.flatMap((one) => one.parameters.map((parameter) => ({ ...parameter, of: one.name })));
  const meaning = (use: (typeof uses)[number]) => `${use.name} ${use.help.zh} ${String(use.optional)}`;
  const first = uses.filter((use, index) => uses.findIndex((other) => meaning(other) === meaning(use)) === index);
  return first.map((use) => {
    const several = first.some((other) => other !== use && other.name === use.name);
    const of = [...new Set(uses.filter((other) => meaning(other) === meaning(use)).map((other) => other.of))];
    return { ...use, where: several ? `（${of.join('、')}）` : '' };
  });
}
