import { expose } from 'comlink';
import { simulate } from '../engine/simulate/index';
import { createSimulateService } from './service';

expose(createSimulateService(simulate));
