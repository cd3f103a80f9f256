import { expose, type Endpoint } from 'comlink';
import { simulate } from '../../engine/simulate/index';
import { createSimulateService } from '../../worker/service';

/** `self` is the worker's own scope, or one end of a channel where the page has no workers (see startWorker). */
expose(createSimulateService(simulate), self as unknown as Endpoint);
