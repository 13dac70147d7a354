/** The index of the search as JSON, made by the site's plugin. */
declare module 'virtual:search-index' {
  const serialized: string;
  export default serialized;
}
