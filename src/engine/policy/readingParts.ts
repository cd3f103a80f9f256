/** What is fetched to read policies that do not ship, and the rules that people type: YAML, the shape of a pack, the parser. */
export { loadOwnPolicy } from './ownPolicy';
export { wholePolicyOf } from './cells/wholePolicy';
export { yamlDocument } from './readSource';
