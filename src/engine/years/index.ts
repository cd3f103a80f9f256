/** The door of this wing: what ledgers of several years tell of the model's assumptions. */
export { YEAR_FIELDS } from './firms';
