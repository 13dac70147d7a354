/** Vite's `?raw`: a file as text, so that what is shown is what runs. */
declare module '*?raw' {
  const text: string;
  export default text;
}
