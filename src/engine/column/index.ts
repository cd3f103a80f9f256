/** The door of this wing: typed columns; work in steps is the ground's. */
export { wordAt, type Column, type NumberColumn, type WordColumn } from './column';
export { numberAt, numbersOf, textAt, differentWords } from './verbs';
export { finish, type Steps } from '../../steps/steps';
export { definedOnly } from './definedOnly';
