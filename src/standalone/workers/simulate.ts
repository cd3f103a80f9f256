import { expose, type Endpoint } from 'comlink';
import { simulate } from '../../engine/simulate/index';
import { createSimulateService } from '../../worker/service';
import { createYearsService } from '../../worker/yearsService';

/** `self` is the worker's own scope, or one end of a channel where the page has no workers (see startWorker). */
expose({ ...createSimulateService(simulate), ...createYearsService() }, self as unknown as Endpoint);
