import { expose } from 'comlink';
import { simulate } from '../engine/index';
import { createSimulateService } from './service';

expose(createSimulateService(simulate));
