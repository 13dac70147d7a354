/** How many different lists the choices of a form have between them. */
export const DISTINCT = 4;
/** The list that nobody has looked at yet, and how many choices it has. */
export const LONG_LIST = 'long';
export const LONG = 5_000;
