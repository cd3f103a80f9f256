import type { PackageErrorCode, PackageErrorDetails, SizeUnit } from '../package/packageError';

/** The languages users read. */
type Language = 'zh-CN' | 'en';
type Sentence = (details: PackageErrorDetails) => string;

const count = (value: number | undefined) => (value ?? 0).toLocaleString('en-US');
const UNITS: Readonly<Record<Language, Readonly<Record<Exclude<SizeUnit, 'bytes'>, string>>>> = {
  'zh-CN': { cells: '个单元格', elements: '个 XML 元素', characters: '个公式字符' },
  en: { cells: 'cells', elements: 'XML elements', characters: 'formula characters' },
};

/** "250 MB", "3 个单元格": a size in the unit of the error. */
function size(value: number | undefined, { unit = 'bytes' }: PackageErrorDetails, language: Language): string {
  if (unit !== 'bytes') return `${count(value)} ${UNITS[language][unit]}`;
  const bytes = value ?? 0;
  return bytes < 1e6 ? `${count(Math.ceil(bytes / 1e3))} KB` : `${count(Math.ceil(bytes / 1e6))} MB`;
}

const CHINESE: Readonly<Record<PackageErrorCode, Sentence>> = {
  notAFile: () => '选中的文件是空的，没有内容可读。请确认文件已经下载或复制完整，再重新选择。',
  encrypted: () =>
    '这个文件设了打开密码，这里读不了。请在 WPS 或 Excel 中另存为不带密码的副本后再打开；原文件没有改动。',
  legacyXls: () =>
    '这是旧版 .xls 文件，这里只读 .xlsx 和 .xlsm。请在 WPS 或 Excel 中另存为 .xlsx 后再打开；原文件没有改动。',
  notZip: () =>
    '这不是 Excel 工作簿，可能是 CSV、网页或改过扩展名的其他文件。请在 Excel 或 WPS 中打开它，另存为 .xlsx 后再选择。',
  notWorkbook: ({ reason }) =>
    reason === 'xlsb'
      ? '这是 .xlsb 二进制工作簿，这里只读 .xlsx 和 .xlsm。请在 WPS 或 Excel 中另存为 .xlsx 后再打开；原文件没有改动。'
      : '这个文件里没有工作簿，可能是 Word、PPT 文档或普通压缩包。请选择 .xlsx 或 .xlsm 文件。',
  damaged: ({ part }) =>
    `文件内容不完整或已损坏${part === undefined ? '' : `（位置：${part}）`}，没有读入任何数据。请在 Excel 中用“打开并修复”另存一份，或向提供者重新索取；原文件没有改动。`,
  tooManyEntries: ({ limit, found }) =>
    `文件内部有 ${count(found)} 个部件，超过 ${count(limit)} 个的上限，没有打开。请在 Excel 中只保留需要的工作表，另存后再试。`,
  tooLarge: (details) =>
    `文件展开后${details.part === undefined ? '' : `（位置：${details.part}）`}有 ${size(details.found, details, 'zh-CN')}，超过 ${size(details.limit, details, 'zh-CN')} 的上限，没有打开。请在 Excel 中删去多余的工作表、图片或空白格式区域，另存后再试。`,
  ratioTooHigh: ({ part, limit, found }) =>
    `文件的压缩比异常${part === undefined ? '' : `（位置：${part}）`}：${count(found)} 倍，上限 ${count(limit)} 倍，为防止恶意文件没有打开。请确认文件来源；若来源可靠，请在 Excel 中另存一份后再试。`,
  dtd: ({ part }) =>
    `文件里含有不允许的 XML 声明${part === undefined ? '' : `（位置：${part}）`}，为安全起见没有打开。正常的 Excel 文件不含这种内容，请确认文件来源，或在 Excel 中另存一份后再试。`,
  textTooLong: ({ limit, found }) =>
    `有一格写了 ${count(found)} 个字，超过一格能写的 ${count(limit)} 个字，Excel 打不开这样的文件，文件没有写出。请把这一格改短后再保存。`,
  badChange: ({ reason, sheet = '' }) => {
    if (reason === 'nameTwice')
      return `已经有一张工作表叫“${sheet}”（图表工作表和隐藏的工作表也算），文件没有写出。请把其中一张改名后再保存。`;
    if (reason === 'badName')
      return `工作表名称“${sheet}”不能用，文件没有写出。请改为 1 至 31 个字，不含 [ ] : * ? / \\，首尾不是单引号，再保存。`;
    if (reason === 'noVisible') return '没有一张看得见的工作表，文件没有写出。请至少显示一张工作表后再保存。';
    return '这次修改 Excel 打不开，文件没有写出，原文件没有改动。请撤销最近的修改后再保存；仍不行时把原文件另存一份并反馈。';
  },
};

const ENGLISH: Readonly<Record<PackageErrorCode, Sentence>> = {
  notAFile: () => 'The chosen file is empty. Check that it was downloaded or copied completely, then choose it again.',
  encrypted: () =>
    'This file has a password to open, so the add-in cannot read it. Save a copy without a password in Excel and open that; the original was not changed.',
  legacyXls: () =>
    'This is an old .xls file; the add-in reads .xlsx and .xlsm only. Save it as .xlsx in Excel or WPS and open that; the original was not changed.',
  notZip: () =>
    'This is not an Excel workbook; it may be a CSV file, a web page or a renamed file. Open it in Excel or WPS, save it as .xlsx and choose that.',
  notWorkbook: ({ reason }) =>
    reason === 'xlsb'
      ? 'This is a binary .xlsb workbook; the add-in reads .xlsx and .xlsm only. Save it as .xlsx in Excel and open that; the original was not changed.'
      : 'There is no workbook in this file; it may be a Word or PowerPoint document or a plain zip file. Choose an .xlsx or .xlsm file.',
  damaged: ({ part }) =>
    `The file is incomplete or damaged${part === undefined ? '' : ` (at ${part})`}, and nothing was read. Use Open and Repair in Excel and save a copy, or ask for the file again; the original was not changed.`,
  tooManyEntries: ({ limit, found }) =>
    `The file has ${count(found)} parts, more than the limit of ${count(limit)}, and was not opened. Keep only the sheets you need in Excel, save, and try again.`,
  tooLarge: (details) =>
    `Unpacked, the file${details.part === undefined ? '' : ` (at ${details.part})`} holds ${size(details.found, details, 'en')}, more than the limit of ${size(details.limit, details, 'en')}, and was not opened. Delete sheets, pictures or blank formatted areas you do not need in Excel, save, and try again.`,
  ratioTooHigh: ({ part, limit, found }) =>
    `The file is compressed suspiciously well${part === undefined ? '' : ` (at ${part})`}: ${count(found)} times, the limit is ${count(limit)}. It was not opened, as it may be malicious. Check where it comes from; if you trust it, save a copy in Excel and try again.`,
  dtd: ({ part }) =>
    `The file holds an XML declaration that is not allowed${part === undefined ? '' : ` (at ${part})`} and was not opened. Ordinary Excel files have none: check where it comes from, or save a copy in Excel and try again.`,
  textTooLong: ({ limit, found }) =>
    `A cell holds ${count(found)} characters, more than the ${count(limit)} that Excel can open, so nothing was written. Shorten it and save again.`,
  badChange: ({ reason, sheet = '' }) => {
    if (reason === 'nameTwice')
      return `There is a sheet named “${sheet}” already (chart sheets and hidden ones count), so nothing was written. Rename one of them and save again.`;
    if (reason === 'badName')
      return `A sheet cannot be named “${sheet}”, so nothing was written. Use 1 to 31 characters without [ ] : * ? / \\ and no apostrophe at either end.`;
    if (reason === 'noVisible') return 'No sheet is visible, so nothing was written. Show one and save again.';
    return `Excel could not open the file after this change (${reason ?? ''}), so nothing was written. Undo the last change and save again.`;
  },
};

/** What happened to a file, where, and what to do next, as one or two sentences for the user. */
export function packageMessage(
  error: { readonly code: PackageErrorCode; readonly details: PackageErrorDetails },
  language: Language,
): string {
  return (language === 'zh-CN' ? CHINESE : ENGLISH)[error.code](error.details);
}
