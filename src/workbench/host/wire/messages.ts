/** What travels between the unmodified office.js client and the host, as far as the host looks into it. */

/** What an action asks for; the numbers are the client's. */
export const ACTION = { instantiate: 1, query: 2, method: 3, set: 4, trace: 5, queryAsJson: 7, update: 9 } as const;

/** How an object path is reached; the numbers are the client's. */
export const PATH = { root: 1, newObject: 2, method: 3, property: 4, indexer: 5, reference: 6, nullObject: 7 } as const;

/** Arguments of a call; where an id stands in `ReferencedObjectPathIds`, the argument is that object. */
export interface WireArguments {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly unknown[];
}

/** Which properties a load asks for, and which slice of a collection. */
export interface WireQuery {
  readonly Select?: readonly string[];
  readonly Skip?: number;
  readonly Top?: number;
}

/** One step of a batch. */
export interface WireAction {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name?: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: WireArguments;
  readonly QueryInfo?: WireQuery;
  readonly ObjectState?: Readonly<Record<string, unknown>>;
}

/** How one object of a batch is found from another. */
export interface WirePath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId: number;
  readonly ArgumentInfo?: WireArguments;
}

/** The body of a ProcessQuery request. */
export interface WireRequest {
  readonly Actions: readonly WireAction[];
  readonly ObjectPaths: Readonly<Record<string, WirePath>>;
}

/** What an action gave. */
export interface WireResult {
  readonly ActionId: number;
  readonly Value: unknown;
}

/** Why a batch stopped, and at which action. */
export interface WireError {
  readonly Code: string;
  readonly Message: string;
  readonly ActionIndex: number;
  readonly HttpStatusCode: number;
  readonly Location: string;
}

/** The body of the reply. */
export interface WireResponse {
  readonly Results: readonly WireResult[];
  readonly TraceIds: readonly number[];
  readonly Error?: WireError;
}
