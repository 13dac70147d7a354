import {svelte} from '@sveltejs/vite-plugin-svelte';
import {defineConfig} from 'vite';

export default defineConfig({
  plugins: [svelte()],
  // Your backend, where /integration-token signs a token for the user who is logged in.
  server: {proxy: {'/integration-token': 'http://localhost:3000'}},
});
