/** The door of this wing: typed columns, and work in steps. */
export { wordAt, type Column, type NumberColumn, type WordColumn } from './column';
export { numberAt, numbersOf, textAt, differentWords } from './verbs';
export { finish, type Steps } from './steps';
export { definedOnly } from './definedOnly';
