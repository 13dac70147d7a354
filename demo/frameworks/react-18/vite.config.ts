import react from '@vitejs/plugin-react';
import {defineConfig} from 'vite';

export default defineConfig({
  plugins: [react()],
  // Your backend, where /integration-token signs a token for the user who is logged in.
  server: {proxy: {'/integration-token': 'http://localhost:3000'}},
});
