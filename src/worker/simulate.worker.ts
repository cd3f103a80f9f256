import { expose } from 'comlink';
import { simulate } from '../engine/simulate/index';
import { createSimulateService } from './service';
import { createYearsService } from './yearsService';

expose({ ...createSimulateService(simulate), ...createYearsService() });
