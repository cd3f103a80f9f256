import { briefCommands, type BriefCommands } from './briefCommands';
import { checkCommands, type CheckCommands } from './checkCommands';
import type { PaneContext } from './context';
import { compareCommands, type CompareCommands } from './compareCommands';
import { intakeCommands, type IntakeCommands } from './intakeCommands';
import { ledgerCommands, type LedgerCommands } from './ledgerCommands';
import { listCommands, type ListCommands } from './listCommands';
import { parcelCommands, type ParcelCommands } from './parcelCommands';
import { plainCopyCommands, type PlainCopyCommands } from './plainCopyCommands';
import { pastYearsCommands, type PastYearsCommands } from './pastYearsCommands';
import { policyCommands, type PolicyCommands } from './policyCommands';
import { mergeCommands, type MergeCommands } from './mergeCommands';
import { repairCommands, type RepairCommands } from './repairCommands';
import { shareCommands, type ShareCommands } from './shareCommands';
import { scenarioCommands, type ScenarioCommands } from './scenarioCommands';
import { simulationCommands, type SimulationCommands } from './simulationCommands';
import { targetCommands, type TargetCommands } from './targetCommands';
import { viewCommands, type ViewCommands } from './viewCommands';
import { writeCommands, type WriteCommands } from './writeCommands';

/** Everything a person can do in the pane. */
export type Commands = LedgerCommands &
  IntakeCommands &
  ListCommands &
  ViewCommands &
  WriteCommands &
  SimulationCommands &
  ScenarioCommands &
  PastYearsCommands &
  TargetCommands &
  ParcelCommands &
  PolicyCommands &
  CheckCommands &
  ShareCommands &
  CompareCommands &
  MergeCommands &
  RepairCommands &
  PlainCopyCommands &
  BriefCommands;

export function createCommands(context: PaneContext): Commands {
  return {
    ...ledgerCommands(context),
    ...intakeCommands(context),
    ...listCommands(context),
    ...viewCommands(context),
    ...writeCommands(context),
    ...simulationCommands(context),
    ...scenarioCommands(context),
    ...pastYearsCommands(context),
    ...targetCommands(context),
    ...parcelCommands(context),
    ...policyCommands(context),
    ...checkCommands(context),
    ...shareCommands(context),
    ...compareCommands(context),
    ...mergeCommands(context),
    ...repairCommands(context),
    ...plainCopyCommands(context),
    ...briefCommands(context),
  };
}
