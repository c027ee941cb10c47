import { createRoot } from 'react-dom/client';
import { App } from './App.js';
import './space.css';

const root = document.querySelector('#root');
if (root !== null) createRoot(root).render(<App />);
