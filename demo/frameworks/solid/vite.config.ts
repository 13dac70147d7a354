import {defineConfig} from 'vite';
import solid from 'vite-plugin-solid';

export default defineConfig({
  plugins: [solid()],
  // Your backend, where /integration-token signs a token for the user who is logged in.
  server: {proxy: {'/integration-token': 'http://localhost:3000'}},
});
