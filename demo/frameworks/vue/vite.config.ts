import vue from '@vitejs/plugin-vue';
import {defineConfig} from 'vite';

export default defineConfig({
  plugins: [vue({template: {compilerOptions: {isCustomElement: (tag) => tag.startsWith('pg-')}}})],
  // Your backend, where /integration-token signs a token for the user who is logged in.
  server: {proxy: {'/integration-token': 'http://localhost:3000'}},
});
