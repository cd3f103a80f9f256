import type { PaneHostDoor } from '../host/bridgeContract';

/** The answers of the native context object that office.js asks when it starts; all but the last ones are constants. */
export function documentContext(door: PaneHostDoor): Readonly<Record<string, () => unknown>> {
  const constant = (value: unknown) => () => value;
  return {
    GetAppType: constant(door.app() === 'Word' ? 2 : 1),
    GetSolutionRef: constant('mujun'),
    GetAppVersionMajor: constant(16),
    GetAppVersionMinor: constant(1),
    GetAppUILocale: constant('zh-CN'),
    GetAppDataLocale: constant('zh-CN'),
    // The client calls it the mode of the document.
    GetAppCapabilities: constant(door.readOnly() ? 1 : 0),
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
    GetSupportedMatrix: constant(JSON.stringify(door.requirements())),
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
