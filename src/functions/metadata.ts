import { FUNCTIONS } from './all';
import { EXAMPLES } from './examples';
import { chineseName } from './parameterNames';

/** The custom-functions metadata file in a language, as Office reads it (functions.json). */
export function functionMetadata(language: 'zh-CN' | 'en'): object {
  const text = (help: { zh: string; en: string }) => (language === 'zh-CN' ? help.zh : help.en);
  return {
    // Ledgers hold error cells; without this one #DIV/0! in a range would answer for the whole column.
    allowErrorForDataTypeAny: true,
    functions: FUNCTIONS.map(({ name, help, parameters }) => ({
      id: name,
      name,
      description: `${text(help)}${language === 'zh-CN' ? '。例：' : '. Example: '}${EXAMPLES[name] ?? ''}`,
      parameters: parameters.map((parameter) => ({
        name: language === 'zh-CN' ? chineseName(parameter.name) : parameter.name,
        description: text(parameter.help),
        // Any, never number: text such as １２０ must reach us (platform.md, Arguments as they really arrive).
        type: 'any',
        ...(parameter.matrix ? { dimensionality: 'matrix' } : {}),
        ...(parameter.optional ? { optional: true } : {}),
      })),
      result: { type: 'any', dimensionality: 'matrix' },
    })),
  };
}
