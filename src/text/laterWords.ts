import { addPaneWords } from './pane';
import { LATER } from './pane/later/index';

/** Importing this brings the words of the screens behind 台账 and 判定: each part of the program that says them does so. */
addPaneWords(LATER);
