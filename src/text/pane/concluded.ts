import type { Entry } from './entry';

/** What people decided on the 标准台账, beside the system's answers. */
export const CONCLUDED = {
  concludedText: [
    '{concluded}（人工结论；系统初步研判：{verdict}）',
    '{concluded} (decided by people; the system: {verdict})',
  ],
  concludedCount: [
    '其中 {count} 户按“{sheet}”上的人工结论计，不按系统初步研判。',
    '{count} of them go by what people decided on “{sheet}”, not by the system.',
  ],
} as const satisfies Record<string, Entry>;
