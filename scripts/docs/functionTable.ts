import { FUNCTIONS } from '../../src/functions/table';

/** The reference table of docs/functions.md, made from the same table as the metadata; a test keeps the two the same. */
export function functionTable(): string {
  const lines = FUNCTIONS.map(({ name, help, shape, parameters }) => {
    const signature = parameters.map((parameter) => (parameter.optional ? `[${parameter.name}]` : parameter.name));
    return `| \`${name}(${signature.join(', ')})\` | ${help.zh} | ${shape.zh} |`;
  });
  const args = new Map(FUNCTIONS.flatMap(({ parameters }) => parameters).map((one) => [one.name, one]));
  const argLines = [...args.values()].map(({ name, help, optional }) => {
    return `| \`${name}\` | ${help.zh} | ${optional ? '可不填' : '必填'} |`;
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
