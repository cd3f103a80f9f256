/** How rows become the units that are judged (domain/practice.md, section 4). Each is chosen by a person. */
export interface EntityRules {
  /** Enterprises that are deregistered, moved away or otherwise not 正常 take no part. */
  readonly leaveOutInactive: boolean;
  /** A row that says the same as an earlier one of the same code and parcel is counted once. */
  readonly dropRepeats: boolean;
  /** Land is own and rented in less rented out, whatever the column of land says. */
  readonly netRented: boolean;
  /** Rows without land follow the owner of their parcel; their tax is not counted with it. */
  readonly tenantsFollowOwner: boolean;
  /** Rows of one credit code are one enterprise: land added up, a tax that is repeated taken once. */
  readonly mergeEnterprises: boolean;
  /** Enterprises on one parcel are judged together and share the answer. */
  readonly shareParcels: boolean;
}

export type EntityRule = keyof EntityRules;

/** In the order in which they act. */
export const ENTITY_RULES: readonly EntityRule[] = [
  'leaveOutInactive',
  'dropRepeats',
  'netRented',
  'tenantsFollowOwner',
  'mergeEnterprises',
  'shareParcels',
];

/** Every row on its own, as the functions take it; only enterprises that are not 正常 stay out. */
export const EVERY_ROW_ITSELF: EntityRules = {
  leaveOutInactive: true,
  dropRepeats: false,
  netRented: false,
  tenantsFollowOwner: false,
  mergeEnterprises: false,
  shareParcels: false,
};
