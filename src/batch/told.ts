/** Why a command did not do what was asked, in words for the person who asked. */
export class Told extends Error {}
