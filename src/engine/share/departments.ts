/** A department and the fields of a ledger that it fills in (domain/systems.md: who keeps which list). */
export interface Department {
  readonly name: string;
  readonly fields: readonly string[];
}

/** Proposed to a person, who may change columns before anything is made. */
export const DEPARTMENTS: readonly Department[] = [
  {
    name: '经信',
    fields:
      'grade score scoreBonus scorePenalty veto industry aboveScale enterpriseStatus fitsIndustrialDirection obsoleteCapacity lowEndCapacity scatteredPolluter revenue grossOutput valueAdded rdSpending rectifiable outputLevel inefficient'.split(
        ' ',
      ),
  },
  {
    name: '资规',
    fields:
      'parcelId certificate landArea ownedArea rentedInArea rentedOutArea tenure landRight landUse proposedLandUse landZone urbanBoundary industrialLine conformsToPlan keepsIndustrialUse requisition reclamation plotRatio plannedPlotRatio proposedPlotRatio floorArea siteCoverage greenRatio builtYear stockType approvedOn plannedStart actualStart plannedFinish actualFinish idle idleArea'.split(
        ' ',
      ),
  },
  { name: '税务', fields: ['taxPaid', 'localTax', 'previousTax', 'taxTwoYearsAgo', 'taxPerMu'] },
  { name: '生态环境', fields: ['environmentHazard', 'emission', 'valueAddedPerEmission', 'scatteredPolluter'] },
  {
    name: '应急',
    fields: ['safetyHazard', 'fireHazard', 'buildingQuality', 'outdatedFacilities', 'poorlyManaged', 'illegalArea'],
  },
];
