import '../../src/text/laterWords';
import { parseWithMathjs } from '../../src/engine/rule/read/mathParser';

// Before every file with modules of its own: rules can be read, and nothing is loaded that a test may put something in place of.
parseWithMathjs();
