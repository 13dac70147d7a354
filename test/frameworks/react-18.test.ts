import {testFramework} from './framework.js';

// Through the components of pg-elements/react alone, which bring their elements along; the page of React 19 has the tags themselves.
await testFramework({name: 'react-18', isAlwaysLoaded: true});
