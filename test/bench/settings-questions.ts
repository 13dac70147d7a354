/** How many different lists the choices of a form have between them. */
export const DISTINCT = 4;
