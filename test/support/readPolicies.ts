import '../../src/text/laterWords';
import { fetchReading } from '../../src/engine/policy/index';

// Before every file of the node project: what the program fetches to read rules and policies of people's own is here.
await fetchReading();
