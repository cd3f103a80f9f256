/** A host object as the wire sees it: the name of its type and the thing itself. */
export class Handle {
  constructor(
    readonly type: string,
    readonly thing: unknown,
  ) {}
}
