/** The add-in's version as stamps and 依据 say it; a test holds it to package.json. */
export const VERSION = '0.1.0';
