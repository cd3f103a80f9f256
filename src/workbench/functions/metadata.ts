/** One argument of a custom function, as functions.json describes it. */
export interface FunctionParameter {
  readonly name: string;
  readonly description: string;
  readonly type?: string;
  readonly dimensionality?: string;
  readonly optional?: boolean;
}

/** One custom function, as functions.json describes it. */
export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly FunctionParameter[];
  readonly result?: { readonly type?: string; readonly dimensionality?: string };
  /** Whether error cells in a range argument are handed over instead of answering for the function. */
  readonly allowErrorForDataTypeAny?: boolean;
}

interface FunctionsFile {
  readonly allowErrorForDataTypeAny?: boolean;
  readonly functions?: readonly FunctionMetadata[];
}

/** Loads the functions of the add-in with their Chinese help; an add-in without functions has none. */
export async function loadMetadata(): Promise<readonly FunctionMetadata[]> {
  const [plain, chinese] = await Promise.all([
    fetchFunctions('functions.json'),
    fetchFunctions('functions-zh-cn.json'),
  ]);
  const helps = new Map(chinese.map((help) => [help.id, help]));
  return plain.map((metadata) => withHelp(metadata, helps.get(metadata.id)));
}

async function fetchFunctions(name: string): Promise<readonly FunctionMetadata[]> {
  const response = await fetch(`/${name}`);
  if (!response.ok) return [];
  const file = (await response.json()) as FunctionsFile;
  // In the file the permission stands once, for all functions.
  const allowErrorForDataTypeAny = file.allowErrorForDataTypeAny === true;
  return (file.functions ?? []).map((metadata) => ({ ...metadata, allowErrorForDataTypeAny }));
}

function withHelp(metadata: FunctionMetadata, help: FunctionMetadata | undefined): FunctionMetadata {
  if (help === undefined) return metadata;
  const parameters = metadata.parameters.map((parameter, index) => {
    const { name, description } = help.parameters[index] ?? parameter;
    return { ...parameter, name, description };
  });
  return { ...metadata, description: help.description, parameters };
}
