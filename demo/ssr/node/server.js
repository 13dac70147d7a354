import {createServer} from 'node:http';
import {answer} from './app.js';

createServer(answer).listen(3000, () => console.log('http://localhost:3000'));
