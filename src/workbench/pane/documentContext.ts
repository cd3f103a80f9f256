import type { PaneHostDoor } from '../host/bridgeContract';

/** What this host can do, as requirement sets. */
const REQUIREMENTS = {
  ExcelApi: 1.17,
  SharedRuntime: 1.2,
  CustomFunctions: 1.9,
  CustomFunctionsRuntime: 1.4,
  RichApiRuntime: 1.2,
  RichApiRuntimeFlag: 1.2,
  Settings: 1.1,
  File: 1.1,
  CompressedFile: 1.1,
  DocumentEvents: 1.1,
  AddInCommands: 1.1,
};

/** The answers of the native context object that office.js asks when it starts; all but the last ones are constants. */
export function documentContext(door: PaneHostDoor): Readonly<Record<string, () => unknown>> {
  const constant = (value: unknown) => () => value;
  return {
    GetAppType: constant(1),
    GetSolutionRef: constant('mujun'),
    GetAppVersionMajor: constant(16),
    GetAppVersionMinor: constant(1),
    GetAppUILocale: constant('zh-CN'),
    GetAppDataLocale: constant('zh-CN'),
    GetAppCapabilities: constant(0),
    GetActivationMode: constant(1),
    GetControlIntegrationLevel: constant(1),
    GetSolutionToken: constant(''),
    GetCorrelationId: constant('workbench'),
    GetInstanceId: constant('workbench'),
    GetTouchEnabled: constant(false),
    GetCommerceAllowed: constant(false),
    GetHostCustomMessage: constant(''),
    GetHostFullVersion: constant('16.0.19000.20000'),
    GetInitialDisplayMode: constant(0),
    GetSupportedMatrix: constant(JSON.stringify(REQUIREMENTS)),
    GetDialogRequirementMatrix: constant('{}'),
    GetFeaturesForSolution: constant(''),
    GetDocUrl: () => door.documentUrl(),
    GetOfficeThemeInfo: () => JSON.stringify(door.theme()),
    GetSettings: () => settingsStore(door),
  };
}

function settingsStore(door: PaneHostDoor) {
  return {
    Read: (keys: string[], values: string[]): void => {
      for (const [key, value] of Object.entries(door.readSettings())) {
        keys.push(key);
        values.push(value);
      }
    },
    Write: (keys: readonly string[], values: readonly string[]): void => {
      door.writeSettings(Object.fromEntries(keys.map((key, index) => [key, values[index] ?? ''])));
    },
  };
}
