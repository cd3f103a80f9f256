/** Words of the copies that reading them back depends on. */
export const ROW_CODE_TITLE = '行码（勿改）';
export const STAMP_TITLE = '副本编号';
